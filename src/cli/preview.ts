import { formatCount } from '../count.js';
import { isObject } from '../json-object.js';
import { layOut } from '../log/table.js';

/** Streams to show, with a few of their fields; long text comes last, where it is cut. */
export const SHOWN: readonly Shown[] = [
  { stream: 'organization_lookup', fields: ['organization_id', 'vanityName', 'localizedName'] },
  { stream: 'total_follower_count', fields: ['organization_id', 'firstDegreeSize'] },
  {
    stream: 'follower_counts_by_seniority',
    fields: ['organization_id', 'followerCounts.organicFollowerCount', 'seniority_name'],
    most: 'followerCounts.organicFollowerCount',
  },
  {
    stream: 'follower_statistics_time_bound',
    fields: ['organization_id', 'time_range_start', 'followerGains.organicFollowerGain'],
    most: 'time_range_start',
  },
  {
    stream: 'share_statistics_time_bound',
    fields: [
      'organization_id',
      'time_range_start',
      'totalShareStatistics.impressionCount',
      'totalShareStatistics.clickCount',
      'totalShareStatistics.likeCount',
    ],
    most: 'time_range_start',
  },
  {
    stream: 'page_statistics_time_bound',
    fields: ['organization_id', 'time_range_start', 'views.allPageViews.pageViews'],
    most: 'time_range_start',
  },
  { stream: 'posts', fields: ['organization_id', 'publishedAt', 'commentary'], most: 'publishedAt' },
];

interface Shown {
  readonly stream: string;
  /** Dotted paths within the record. */
  readonly fields: readonly string[];
  /**
   * Shows the records with the largest value of this field, or the newest if it is an instant; left out: the first
   * ones.
   */
  readonly most?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const ROWS = 3;

/** Counts the records of a sync and keeps a few of them, to show people what there is. */
export class Preview {
  readonly #counts = new Map<string, number>();
  readonly #samples = new Map<string, Fields[]>();

  /** Takes a line of the tap's output; ignores anything but RECORD. */
  add(line: string): void {
    const message: unknown = JSON.parse(line);
    if (!isObject(message) || message['type'] !== 'RECORD') return;
    const stream = String(message['stream']);
    this.#counts.set(stream, (this.#counts.get(stream) ?? 0) + 1);
    const shown = SHOWN.find((each) => each.stream === stream);
    if (shown) this.#samples.set(stream, keep(message['record'] as Fields, this.#samples.get(stream) ?? [], shown));
  }

  get records(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get streams(): number {
    return this.#counts.size;
  }

  /** Lines of at most `width` columns: a table for each stream that is shown, then the counts of the others. */
  render(width: number): string[] {
    const tables = SHOWN.filter(({ stream }) => this.#counts.has(stream)).flatMap((shown) => [
      `${shown.stream} (${formatCount(this.#counts.get(shown.stream)!)})`,
      ...tableOf(this.#samples.get(shown.stream)!, shown).map((line) => cut(`  ${line}`, width)),
      '',
    ]);
    const others = [...this.#counts].filter(([name]) => !SHOWN.some(({ stream }) => stream === name));
    if (others.length === 0) return tables;
    const words = others.map(([name, count]) => `${name} (${formatCount(count)})`).toSorted();
    return [...tables, ...wrap(`and ${words.join(', ')}`, width), ''];
  }
}

function keep(record: Fields, samples: readonly Fields[], { most }: Shown): Fields[] {
  if (most === undefined) return [...samples, record].slice(0, ROWS);
  const sizeOf = (each: Fields): number => {
    const value = valueOf(each, most);
    return typeof value === 'number' ? value : Date.parse(String(value)) || 0;
  };
  return [...samples, record].toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, ROWS);
}

/** Headed by the fields' names without their paths. */
function tableOf(samples: readonly Fields[], { fields }: Shown): string[] {
  const rows = samples.map((record) => fields.map((field) => inWords(valueOf(record, field))));
  return layOut([fields.map((field) => field.split('.').at(-1)!), ...rows], { left: fields.length });
}

function valueOf(record: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (isObject(value) ? value[name] : undefined), record);
}

/** Puts texts on one line, without control characters, which a terminal would obey. */
function inWords(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '-';
  return value.replace(/T00:00:00Z$/, '').replaceAll(/[\p{Cc}\s]+/gu, ' ');
}

/** Breaks lines after commas; a word longer than a line gets its own line. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const part of text.split(/(?<=,) /)) {
    const line = `${lines.at(-1)!} ${part}`.trimStart();
    if (line.length <= width) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  return lines.map((line) => cut(line, width));
}

/** Characters of other scripts, and emoji, count as two columns wide. */
function cut(line: string, width: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  const widthOf = (some: readonly string[]): number =>
    some.reduce((sum, each) => sum + (each.codePointAt(0)! < 0x1100 ? 1 : 2), 0);
  if (widthOf(characters) <= width) return line;
  while (widthOf(characters) > width - 1) characters.pop();
  return `${characters.join('')}…`;
}
