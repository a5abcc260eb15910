import type { TapError } from '../errors.js';
import type { BatchReader } from '../linkedin/batch.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { elementsOf } from '../linkedin/collection.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import { AnswerError } from '../linkedin/errors.js';
import { askedOf } from '../linkedin/refusal.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import { organizationId } from '../linkedin/urn.js';
import { isInstant, quoteValue } from '../singer/values.js';
import type { Element } from '../streams/entry.js';
import type { OrganizationSource } from '../streams/entry.js';
import { readEarlier } from './earlier.js';
import type { BatchTask, OrganizationTask, Task, TimeBoundTask } from './plan.js';
import { isObject } from '../json-object.js';
import type { BucketReading, Reading } from './reading.js';

/** One organization that brought an error, whatever became of the rest of its batch. */
export interface Refused {
  readonly organization: string;
  readonly error: TapError;
}

export interface Readers {
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
}

/** Makes the calls of a task and yields the elements of their answers, organization by organization. */
export async function* readTask(
  task: BatchTask | OrganizationTask | TimeBoundTask,
  { client, batch }: Readers,
): AsyncGenerator<Reading | Refused> {
  if (task.kind === 'batch') yield* readOrganizations(task, batch);
  else if (task.kind === 'organization') yield await readOrganization(task, client);
  else yield* readBuckets(task, client);
}

async function* readOrganizations(
  { source, streams, organizations }: BatchTask,
  batch: BatchReader,
): AsyncGenerator<Reading | Refused> {
  const byId = new Map(organizations.map((urn) => [String(organizationId(urn)), urn]));
  for await (const item of batch<Element>(tagged(source.endpoint, streams), [...byId.keys()])) {
    const organization = byId.get(item.item)!;
    if ('error' in item) yield { organization, error: item.error };
    else yield { organization, elements: [item.value.entity], receivedAt: item.value.receivedAt, newestEnd: null };
  }
}

async function readOrganization(
  { source, streams, organizations }: OrganizationTask,
  client: LinkedInClient,
): Promise<Reading> {
  const [organization] = organizations;
  const request = tagged(source.request(organization), streams);
  const { body, receivedAt } = await client.get<Element>(request);
  const elements = source.answer.kind === 'entity' ? [body] : elementsOf(body, request);
  assertAnswer(elements, { source, organization, request });
  return { organization, elements, receivedAt, newestEnd: null };
}

async function* readBuckets(task: TimeBoundTask, client: LinkedInClient): AsyncGenerator<Reading> {
  const { source, streams, organizations, window, earlier } = task;
  const [organization] = organizations;
  const read = async (span: TimeWindow): Promise<BucketReading> => {
    const request = tagged(source.request(organization, span), streams);
    const { body, receivedAt } = await client.get<Element>(request);
    const reading = readBucketsOf(body, { request, window: span });
    assertOwned(reading.elements, { organization, field: source.owner, request });
    return { organization, receivedAt, ...reading };
  };
  if (earlier) yield* readEarlier({ ...task, earlier }, read);
  else if (window) yield await read(window);
}

/** @throws AnswerError if the answer is not what was asked for, and so must not become a row */
function assertAnswer(
  elements: readonly Element[],
  {
    source: { answer },
    organization,
    request,
  }: { source: OrganizationSource; organization: string; request: ApiRequest },
): void {
  if (answer.kind === 'finder') return assertOwned(elements, { organization, field: answer.owner, request });
  if (elements.every((element) => (element[answer.field] ?? null) !== null)) return;
  throw new AnswerError({ asked: askedOf(request), came: `a body without ${answer.field}` });
}

/**
 * Checks that the elements belong to the organization asked for. One that names no owner is taken to be that
 * organization's, but an empty one is no answer.
 *
 * @throws AnswerError
 */
export function assertOwned(
  elements: readonly Element[],
  { organization, field, request }: { organization: string; field: string; request: ApiRequest },
): void {
  for (const element of elements) {
    const { [field]: owner } = element;
    if (owner === organization) continue;
    if (Object.keys(element).length === 0) {
      throw new AnswerError({ asked: askedOf(request), came: 'an empty element' });
    }
    if (typeof owner !== 'string' || organizationId(owner) === organizationId(organization)) continue;
    throw new AnswerError({ asked: askedOf(request), came: `numbers of another organization, ${quoteValue(owner)}` });
  }
}

/**
 * The buckets of a window, oldest first and one for each start, because LinkedIn promises no order. A bucket that ends
 * after the window is not finished yet and is dropped.
 */
export function readBucketsOf(
  body: Element,
  { request, window }: { request: ApiRequest; window: TimeWindow },
): Pick<BucketReading, 'elements' | 'oldestStart' | 'newestEnd' | 'fault'> {
  const byStart = new Map<number, Element>();
  let newestEnd: number | null = null;
  let fault: TapError | null = null;
  for (const element of elementsOf(body, request)) {
    const range = rangeOf(element);
    if (range === null) {
      const came = `an element whose timeRange is ${quoteValue(element['timeRange'])}`;
      fault ??= new AnswerError({ asked: askedOf(request), came });
      continue;
    }
    const { start, end } = range;
    if (end > window.end) continue;
    byStart.set(start, element);
    if (newestEnd === null || end > newestEnd) newestEnd = end;
  }
  const inOrder = [...byStart].sort(([one], [other]) => one - other);
  const [[oldestStart] = [null]] = inOrder;
  return { elements: inOrder.map(([, element]) => element), oldestStart, newestEnd, ...(fault && { fault }) };
}

function rangeOf(element: Element): { start: number; end: number } | null {
  const range = element['timeRange'];
  if (!isObject(range) || !isInstant(range['start']) || !isInstant(range['end'])) return null;
  return range['start'] < range['end'] ? { start: range['start'], end: range['end'] } : null;
}

/** Counts the call for the first of the streams that share it. */
function tagged<Call>(call: Call, streams: Task['streams']): Call & { stream: string } {
  return { ...call, stream: streams[0]!.name };
}
