import { expect } from 'chai';
import { typeOf, type PropertySchema } from '../../src/singer/schema.js';
import type { Stream } from '../../src/streams/entry.js';
import { loadStreams } from '../../src/streams/load.js';
import { select } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import type { Json, TapRun } from '../support/output.js';
import { patchFor, resourceOf, streamsWith } from '../support/rows.js';
import { LABS, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** Pieces of planted members: their ids before and after an escaped character, their name, and their words. */
const PIECES = ['Quay-h', 'kelp', 'Zephyrine', 'Quokka'];

const PERSON = 'urn:li:person:Quay-h__kelp1';
const TEXT = [
  'By @[Ada \\(Zephyrine\\)](urn:li:person:Quay-h\\_\\_kelp1)',
  '@[Ada Zephyrine [E]](urn:li:person:Quay-h__kelp2), @(urn:li:member:Quay-h\\_\\_kelp3)',
  '@[Ada\\_Zephyrine] (urn:li:fsd\\_profile:Quay-h\\_\\_kelp4) of @[Northwind](urn:li:organization:104729384)',
  'urn:li:person:Quay-h\\_\\_kelp5 urn%3Ali%3Aperson%3AQuay-h__kelp6 URN%253ali%253Amember%253AQuay-h__kelp7',
  `https://northwind.example/?by=urn:li:like:(${PERSON},urn:li:activity:7)`,
].join('\n');

/** Columns that the tap makes, or makes keys and rows from. */
const OWN =
  /^(additional_fields|author|organization|organization_id|organizationalEntity|post|urn|snapshot_date|.*_(name|text|count)|is_imputed|hashtags|mentions|permalink|time_.*)$/;

const isOwn = (stream: string, property: string): boolean =>
  OWN.test(property) || (stream === 'notifications' && /^(post_owner|comment|actor|text)$/.test(property));

/** A value of the schema with the member in every text; undefined if it has no text. */
function plant(schema: PropertySchema, member: string): unknown {
  switch (typeOf(schema)) {
    case 'string':
      return schema.format ? undefined : member;
    case 'array': {
      const item = schema.items && plant(schema.items, member);
      return item === undefined ? undefined : [item];
    }
    case 'object': {
      const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
        const planted = plant(property, member);
        return planted === undefined ? [] : [[name, planted] as const];
      });
      return inner.length > 0 ? Object.fromEntries(inner) : undefined;
    }
    default:
      return undefined;
  }
}

/** Fields with members' own words, by stream. */
const WORDS: Readonly<Record<string, Json>> = {
  comments: { message: { text: 'Quokka thanks', attributes: [{ value: PERSON }] } },
  notifications: {
    decoratedSourcePost: { text: 'Quokka', owner: PERSON, entity: 'urn:li:share:7' },
    decoratedGeneratedActivity: {
      comment: { text: `Quokka ${TEXT}`, owner: PERSON, entity: `urn:li:like:(${PERSON},urn:li:activity:7)` },
      share: { title: 'Quokka', parts: [{ text: 'Quokka' }] },
    },
  },
};

function plantAll({ schema, keyProperties, source, name }: Stream, member: string): Json {
  const taken = name === 'countries' ? [...keyProperties, 'countryCode'] : keyProperties;
  const fields = Object.entries(schema.properties).flatMap(([property, each]) => {
    const planted = isOwn(name, property) || taken.includes(property) ? undefined : plant(each, member);
    return planted === undefined ? [] : [[property, planted] as const];
  });
  const words = WORDS[name] ?? {};
  const keys = source.kind === 'roles' ? { roleAssignee: PERSON } : {};
  const unknown = { [PERSON]: 1, brandNew: { deep: [[member, { [PERSON]: member }]] } };
  return { ...Object.fromEntries(fields), ...words, ...keys, ...unknown };
}

const found = (text: string): string[] => PIECES.filter((piece) => text.toLowerCase().includes(piece.toLowerCase()));

describe('members planted wherever an answer can contain one', () => {
  const start = useSandbox();

  async function read(stream: Stream, fields: Json, settings: object): Promise<TapRun> {
    const sandbox = await start({ oldGeography: true });
    const patch = patchFor(stream, fields, sandbox);
    sandbox.set({ faults: [{ kind: 'extra', match: { resource: resourceOf(stream) }, times: 'always', patch }] });
    return await runTap({
      config: settingsOf(sandbox, {
        organization_ids: [TURBINES, LABS],
        benchmark_organization_ids: [LABS],
        ...settings,
      }),
      catalog: select(...streamsWith(stream)),
      args: ['--log-level', 'debug'],
    });
  }

  for (const stream of loadStreams({ snapshotHistory: false })) {
    for (const [what, member] of [
      ['URNs', PERSON],
      ['mentions and addresses', TEXT],
    ] as const) {
      it(`are all there with keep, and not even in part with hash or drop: ${what} in ${stream.name}`, async () => {
        const fields = plantAll(stream, member);
        const kept = await read(stream, fields, {});
        const records = kept.records(stream.name);
        expect(records).not.to.be.empty;
        for (const record of records.filter(({ is_imputed }) => !is_imputed)) {
          for (const [property, planted] of Object.entries(fields)) {
            const shown = record[property] ?? (record['additional_fields'] as Json | null)?.[property];
            const inside = found(JSON.stringify({ [property]: shown }));
            expect(inside, property).to.have.members(found(JSON.stringify({ [property]: planted })));
          }
        }
        for (const settings of [
          { member_data: 'hash', member_data_key: 'made-up-member-key' },
          { member_data: 'drop' },
        ]) {
          const hidden = await read(stream, fields, settings);
          expect(found(hidden.stdout), JSON.stringify(settings)).to.deep.equal([]);
          expect(found(hidden.stderr), JSON.stringify(settings)).to.deep.equal([]);
          expect(lintStream(hidden.stdout)).to.deep.equal([]);
          expect(hidden.records(stream.name)).to.have.length(records.length);
        }
      });
    }
  }

  for (const format of ['text', 'json'] as const) {
    it(`are not in a log as ${format}, although LinkedIn’s refusals name them, at any length`, async () => {
      const sandbox = await start();
      for (let length = 200; length <= 320; length += 7) {
        const message = `${'x'.repeat(length)} ${TEXT}`;
        const body = { status: 400, code: TEXT.slice(0, 320 - length), message };
        sandbox.set({ faults: [{ kind: 'status', status: 400, body, match: { resource: 'posts' }, times: 'always' }] });
        const inputs = {
          catalog: select('posts'),
          args: ['--log-level', 'debug', '--log-format', format],
        };
        const kept = await runTap({ ...inputs, config: settingsOf(sandbox) });
        if (length < 280) expect(found(kept.stderr)).not.to.be.empty;
        const hidden = await runTap({ ...inputs, config: settingsOf(sandbox, { member_data: 'drop' }) });
        expect(found(hidden.stderr), hidden.stderr).to.deep.equal([]);
      }
    });
  }
});
