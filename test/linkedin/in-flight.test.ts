import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { createInFlight, type InFlight } from '../../src/linkedin/in-flight.js';

const TIMEOUT_MS = 100;

describe('calls in flight', () => {
  const run = new AbortController();
  let inFlight: InFlight;
  beforeEach(() => (inFlight = createInFlight({ timeoutMs: TIMEOUT_MS, signal: run.signal })));
  afterEach(() => inFlight.close());

  const aborted = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

  it('end when their time is up, and not before', async () => {
    const startedAt = performance.now();
    const call = inFlight.begin();
    const keepAlive = setTimeout(() => {}, 60_000);
    await aborted(call.signal);
    clearTimeout(keepAlive);
    expect(call.isTimedOut).to.equal(true);
    expect(performance.now() - startedAt).to.be.at.least(TIMEOUT_MS * 0.99);
  });

  it('get their full time on a reused signal', async () => {
    const first = inFlight.begin();
    await sleep(TIMEOUT_MS * 0.8);
    first.end({ whole: true });
    const second = inFlight.begin();
    expect(second.signal).to.equal(first.signal);
    await sleep(TIMEOUT_MS * 0.8);
    expect(second).to.deep.include({ isTimedOut: false });
    expect(second.signal.aborted).to.equal(false);
  });

  it('never share a signal that may still have listeners', async () => {
    const broken = inFlight.begin();
    broken.end({ whole: false });
    const late = inFlight.begin();
    expect(late.signal).not.to.equal(broken.signal);
    const keepAlive = setTimeout(() => {}, 60_000);
    await aborted(late.signal);
    clearTimeout(keepAlive);
    late.end({ whole: true });
    expect(inFlight.begin().signal.aborted).to.equal(false);
  });

  it('all end with the run', () => {
    const calls = [inFlight.begin(), inFlight.begin()];
    run.abort();
    expect(calls.map(({ signal, isTimedOut }) => ({ aborted: signal.aborted, isTimedOut }))).to.deep.equal([
      { aborted: true, isTimedOut: false },
      { aborted: true, isTimedOut: false },
    ]);
  });
});
