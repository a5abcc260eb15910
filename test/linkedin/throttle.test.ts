import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Feedback, Slot } from '../../src/linkedin/throttle.js';
import { createThrottle } from '../../src/linkedin/throttle.js';
import { systemSleep } from '../../src/clock.js';
import type { PlainReply } from './harness.js';
import { BURST, OK, SHARES, useHarness } from './harness.js';

const throttleOf = (maximum: number) => createThrottle({ maximum, signal: new AbortController().signal });

describe('the throttle', () => {
  const { serve, connect } = useHarness();

  it('admits calls in order of arrival', async () => {
    const throttle = throttleOf(1);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (turn) => {
        const slot = await throttle.acquire();
        order.push(turn);
        await Promise.resolve();
        slot.release('success');
      }),
    );
    expect(order).to.deep.equal([1, 2, 3, 4]);
  });

  it('halves the limit once for all calls that get a burst 429 together', async () => {
    const throttle = throttleOf(8);
    const slots = await Promise.all(Array.from({ length: 8 }, () => throttle.acquire()));
    for (const slot of slots) slot.release('burst');
    expect(throttle.limit).to.equal(4);
  });

  it('never falls below one call, and recovers step by step to where it began', async () => {
    const throttle = throttleOf(4);
    const limits: number[] = [];
    const feedback: Feedback[] = ['burst', 'burst', 'burst', ...Array.from({ length: 20 }, () => 'success' as const)];
    for (const each of feedback) {
      (await throttle.acquire()).release(each);
      limits.push(throttle.limit);
    }
    expect(limits.slice(0, 4)).to.deep.equal([2, 1, 1, 2]);
    for (const [index, limit] of limits.slice(3).entries())
      expect(limit - (limits[index + 2] ?? 0)).to.be.oneOf([0, 1]);
    expect(limits.at(-1)).to.equal(4);
  });

  it('never allows more calls under way than its limit', async () => {
    const step = fc.constantFrom<Feedback | 'acquire'>('acquire', 'acquire', 'success', 'burst', 'other');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 60 }), async (maximum, steps) => {
        const throttle = throttleOf(maximum);
        const held: Slot[] = [];
        let asked = 0;
        let released = 0;
        for (const what of steps) {
          const before = held.length;
          if (what === 'acquire') {
            asked += 1;
            void throttle.acquire().then((slot) => held.push(slot));
          } else if (before > 0) {
            released += 1;
            held.shift()?.release(what);
          }
          await Promise.resolve();
          if (held.length > before) expect(held.length).to.be.at.most(Math.max(throttle.limit, 1));
        }
        while (held.length > 0) {
          held.shift()?.release('other');
          released += 1;
          await Promise.resolve();
        }
        expect(released).to.equal(asked);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps as many calls under way as allowed, and half as many after a burst', async () => {
    let held: ServerResponse[] = [];
    const server = await serve(() => (response) => void held.push(response));
    const answerAll = ({ status = 200, body }: PlainReply): void => {
      for (const response of held) response.writeHead(status).end(JSON.stringify(body));
      held = [];
    };
    const come = async (calls: number): Promise<void> => {
      while (held.length < calls) await systemSleep(1);
      await systemSleep(20);
    };
    const client = connect(server, { maxConcurrency: 8 });
    const all = Promise.all(Array.from({ length: 12 }, () => client.get(SHARES)));
    await come(8);
    expect(held).to.have.length(8);
    answerAll(BURST);
    await come(4);
    expect(held).to.have.length(4);
    const answering = setInterval(() => answerAll(OK), 1);
    await all;
    clearInterval(answering);
  });

  it('costs hardly more time than the calls themselves', async () => {
    const server = await serve(() => (response) => void setTimeout(() => response.end('{}'), 100));
    const client = connect(server, { maxConcurrency: 8 });
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 40 }, () => client.get(SHARES)));
    expect(performance.now() - startedAt).to.be.below((40 * 100 * 1.8) / 8);
  });
});
