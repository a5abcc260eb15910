import { paginate } from '../linkedin/paging.js';
import { PAGE_SIZES, requestStandardized } from '../linkedin/requests.js';
import type { Element, StandardizedSource } from '../streams/entry.js';
import { nameText, STANDARDIZED_STREAMS, standardizedUrn } from '../streams/standardized.js';
import type { SyncContext } from './context.js';
import type { PlannedStream, PlanOptions } from './plan.js';

/** One list of standardized data, walked to its end: its rows for the streams that want them, its names for the others. */
export interface StandardizedTask {
  readonly source: StandardizedSource;
  readonly streams: readonly PlannedStream[];
}

export async function readStandardized(
  { source, streams }: StandardizedTask,
  { client, emitter, names, config: { locale } }: SyncContext,
): Promise<void> {
  const { endpoint, path, urnKind } = source;
  const requestPage = (start: number) => ({
    ...requestStandardized({ endpoint, path, locale, start }),
    ...(streams[0] && { stream: streams[0].name }),
  });
  for await (const { body, receivedAt } of paginate<Element>(client, requestPage, { count: PAGE_SIZES.standardized })) {
    for (const element of body.elements) {
      const urn = element['$URN'] ?? standardizedUrn(urnKind, element['id']);
      if (typeof urn === 'string') names.set(urn, nameText(element, locale));
    }
    await emitter.write(streams, { organization: '', elements: body.elements, receivedAt });
  }
}

/**
 * The lists to walk: those of the selected streams, unless they were read earlier today, and those whose names rows
 * that are still to come will carry.
 */
export function planStandardized(
  { streams, organizations, resume }: Pick<PlanOptions, 'streams' | 'organizations' | 'resume'>,
  { resolveNames }: { resolveNames: boolean },
): StandardizedTask[] {
  const carriesNames = streams.some(
    ({ name, schema }) =>
      NAME_COLUMNS.some((column) => column in schema.properties) &&
      !organizations.every((organization) => resume.isDone(name, organization)),
  );
  return STANDARDIZED_STREAMS.flatMap(({ name, source }) => {
    if (source.kind !== 'standardized') return [];
    const selected = streams.filter((stream) => stream.name === name);
    const open = selected.filter((stream) => !resume.isDone(stream.name, null));
    const givesNames = carriesNames && source.named === true && (resolveNames || selected.length > 0);
    return open.length > 0 || givesNames ? [{ source, streams: open }] : [];
  });
}

const NAME_COLUMNS = ['function_name', 'industry_name', 'seniority_name'];
