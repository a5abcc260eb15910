import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import { ALL_STREAMS, selecting } from '../support/catalogs.js';
import { daysLater, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** What version 0.1 wrote for one page of the sandbox, at its fixed date. Never regenerated. */
const fixture = (name: string): string => readFileSync(new URL(`test/fixtures/0.1/${name}`, packageRoot), 'utf8');

/** Without the stream that has a bookmark but did not exist then. */
const ALL = selecting(ALL_STREAMS.filter((name) => name !== 'notifications'));
const SETTINGS = { organization_ids: [TURBINES], start_date: '2026-11-12', max_concurrency: 1 };

/** A state without what later versions add. */
function asBefore(state: StateValue): unknown {
  return JSON.parse(JSON.stringify(state), (key, value: unknown) => (key === 'recent' ? undefined : value));
}

describe('the output of version 0.1', () => {
  const start = useSandbox();
  const run = (sandbox: Sandbox, inputs: { catalog?: unknown; state?: unknown; settings?: object }) =>
    runTap({
      config: settingsOf(sandbox, { ...SETTINGS, ...inputs.settings }),
      catalog: inputs.catalog ?? ALL,
      ...(inputs.state !== undefined && { state: inputs.state }),
    });

  /** The calls of a run from a state, sorted by URL, and the result of the run. */
  async function goOn(state: unknown, { days, settings }: { days: number; settings?: object }) {
    const sandbox = await start({ now: daysLater(days) });
    const result = await run(sandbox, { state, ...(settings && { settings }) });
    expect(result.exitCode, result.stderr).to.equal(0);
    const urls = sandbox.requests().map(({ url }) => url);
    return { result, urls: urls.toSorted() };
  }

  it("as the state of a whole sync is continued, reading no more than from this version's own", async () => {
    const sandbox = await start();
    const settings = { lookback_days: 2 };
    const own = await run(sandbox, { settings });
    const state = fixture('state.json');
    expect(asBefore(own.state)).to.deep.equal(JSON.parse(state));
    const { result, urls } = await goOn(state, { days: 1, settings });
    expect(urls).to.deep.equal((await goOn(own.state, { days: 1, settings })).urls);
    const days = result
      .records('share_statistics_time_bound')
      .map((record) => String(record['time_range_start']).slice(0, 10));
    expect(days).to.deep.equal(['2026-11-20', '2026-11-21', '2026-11-22']);
  });

  it('as the state of a run stopped at max_calls is continued with only the remaining calls', async () => {
    const state = JSON.parse(fixture('stopped.json')) as StateValue;
    expect(state).to.have.property('resume');
    const whole = await goOn({}, { days: 0 });
    const { urls, result } = await goOn(state, { days: 0 });
    expect(urls).to.have.length.within(1, whole.urls.length - 1);
    expect(whole.urls).to.include.members(urls);
    expect(result.records('share_statistics_time_bound')).to.be.empty;
    expect(asBefore(result.state)).to.deep.equal(JSON.parse(fixture('state.json')));
  });

  it('as a catalog selects the same streams, with the same columns', async () => {
    const catalog = JSON.parse(fixture('catalog.json')) as { streams: { tap_stream_id: string; schema: object }[] };
    const names = catalog.streams.map((stream) => stream.tap_stream_id);
    const sandbox = await start();
    const result = await run(sandbox, { catalog });
    expect(result.exitCode).to.equal(0);
    expect([...result.schemas.keys()]).to.have.members(names);
    expect(result.logged('WARNING')).to.deep.equal([]);
    for (const { tap_stream_id: name, schema } of catalog.streams) {
      const before = Object.keys((schema as { properties: object }).properties);
      expect(Object.keys(result.schemas.get(name)!.schema.properties), name).to.include.members(before);
    }
  });

  describe('in any form in which states are stored', () => {
    const state = fixture('state.json');
    const line = JSON.stringify(JSON.parse(state));
    const output = fixture('target-output.jsonl');
    const last = output.trimEnd().split('\n').at(-1)!;
    const forms: Record<string, [text: string, same: string]> = {
      'pretty-printed': [state, line],
      'pretty-printed with CRLF and a byte order mark': [`\uFEFF${state.replaceAll('\n', '\r\n')}`, line],
      'on one line without a newline': [line, line],
      'a STATE message': [`{"type": "STATE", "value": ${state}}`, line],
      "a target's whole output": [output, last],
      "a target's whole output with CRLF": [output.replaceAll('\n', '\r\n'), last],
      "a target's whole output with other lines, cut off": [`log\n${output}\n[1, 2]\n{"bookmarks": {"po`, last],
    };
    for (const [form, [text, same]] of Object.entries(forms)) {
      it(form, async () => {
        const { urls, result } = await goOn(text, { days: 1 });
        const expected = await goOn(same, { days: 1 });
        expect(urls).to.deep.equal(expected.urls);
        expect(result.state).to.deep.equal(expected.result.state);
      });
    }
  });
});
