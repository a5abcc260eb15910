import { paginate } from '../../linkedin/paging.js';
import { PAGE_SIZES, requestStandardized } from '../../linkedin/request-builders.js';
import type { Element, StandardizedSource } from '../../streams/entry.js';
import { nameText, STANDARDIZED_STREAMS, standardizedUrn } from '../../streams/standardized.js';
import type { SyncContext } from '../context.js';
import type { PlanOptions } from '../plan.js';
import type { PlannedStream } from '../stream.js';
import { isLimit } from '../outcome/report.js';

/** One list of standardized data, walked to its end: its rows for the streams that want them, its names for the others. */
export interface StandardizedTask {
  readonly source: StandardizedSource;
  readonly streams: readonly PlannedStream[];
}

/** @throws the fault of the walk */
export async function readStandardized(task: StandardizedTask, context: SyncContext): Promise<void> {
  try {
    await walkList(task, context);
  } catch (error) {
    if (task.source.named && isLimit(error)) context.names.cutShort();
    throw error;
  }
}

async function walkList(
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
  const needsNames = streams.some(
    (stream) =>
      carriesNames(stream) && !organizations.every((organization) => resume.isDone(stream.name, organization)),
  );
  return STANDARDIZED_STREAMS.flatMap(({ name, source }) => {
    if (source.kind !== 'standardized') return [];
    const selected = streams.filter((stream) => stream.name === name);
    const open = selected.filter((stream) => !resume.isDone(stream.name, null));
    const givesNames = needsNames && source.named === true && (resolveNames || selected.length > 0);
    return open.length > 0 || givesNames ? [{ source, streams: open }] : [];
  });
}

/** Whether its rows carry names of the lists. */
export function carriesNames({ schema }: PlannedStream): boolean {
  return NAME_COLUMNS.some((column) => column in schema.properties);
}

const NAME_COLUMNS = ['function_name', 'industry_name', 'seniority_name'];
