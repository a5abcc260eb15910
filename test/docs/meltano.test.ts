import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { CAPABILITIES } from '../../src/cli/about.js';
import { readSettingsSchema, settingsOf } from '../../src/config/schema.js';
import { packageRoot, readPackageVersion } from '../../src/package.js';
import { loadStreams } from '../../src/streams/load.js';

interface MeltanoSetting {
  readonly name: string;
  readonly kind?: string;
  readonly sensitive?: boolean;
  readonly value?: unknown;
  readonly options?: readonly { readonly value: string }[];
  readonly aliases?: readonly string[];
}

interface Extractor {
  readonly name: string;
  readonly namespace: string;
  readonly pip_url: string;
  readonly capabilities: readonly string[];
  readonly settings: readonly MeltanoSetting[];
  readonly settings_group_validation: readonly (readonly string[])[];
  readonly select: readonly string[];
  readonly log_parser: string;
}

/**
 * Keys that a definition on Meltano's Hub may have (meltano/hub, schemas/, and the extras of Meltano 4.4.1's own
 * schema).
 */
const HUB_KEYS =
  'name namespace variant label description definition domain_url keywords logo_url maintenance_status quality pip_url executable ' +
  'capabilities repo docs prereq usage settings settings_preamble settings_group_validation select metadata schema log_parser';

const read = (file: string): unknown => parse(readFileSync(new URL(`examples/meltano/${file}`, packageRoot), 'utf8'));
const project = read('meltano.yml') as { plugins: { extractors: [Extractor] } };
const streams = loadStreams({ snapshotHistory: false });
const schema = settingsOf(readSettingsSchema());

for (const [file, extractor] of Object.entries({
  'meltano.yml': project.plugins.extractors[0],
  'hub.yml': read('hub.yml') as Extractor,
})) {
  describe(`examples/meltano/${file}`, () => {
    const settings = new Map(extractor.settings.map((setting) => [setting.name, setting]));

    it('describes the tap of this version', () => {
      expect(extractor).to.include({ name: 'tap-linkedin-pages', namespace: 'tap_linkedin_pages' });
      expect(extractor.pip_url).to.include(`-${readPackageVersion()}-`);
      expect(extractor.capabilities).to.deep.equal(CAPABILITIES);
    });

    it('tells Meltano how to parse the log', () => {
      expect(extractor.capabilities).to.include('structured-logging');
      expect(extractor.log_parser).to.equal('singer-sdk');
    });

    it('has every setting, since Meltano passes on no others', () => {
      expect([...settings.keys()]).to.deep.equal(schema.map(([name]) => name));
    });

    it('marks exactly the secrets as sensitive', () => {
      const sensitive = extractor.settings.filter((setting) => setting.sensitive === true);
      const secret = schema.filter(([, setting]) => setting.secret);
      expect(sensitive.map(({ name }) => name)).to.deep.equal(secret.map(([name]) => name));
    });

    it('leaves to the tap what Meltano would parse differently: lists, dates and date phrases, fractions', () => {
      for (const name of ['organization_ids', 'request_timeout', 'retry_wait']) {
        expect(settings.get(name)).not.to.have.property('kind');
      }
      for (const name of ['start_date', 'end_date', 'now']) expect(settings.get(name)).to.include({ kind: 'string' });
    });

    it('has all choices and aliases, and no defaults that could differ from the tap’s own', () => {
      for (const [name, { enum: choices, aliases }] of schema) {
        expect(settings.get(name)?.options?.map(({ value }) => value)).to.deep.equal(choices);
        expect(settings.get(name)?.aliases).to.deep.equal(aliases);
        expect(settings.get(name)).not.to.have.property('value');
      }
    });

    it('asks for one of both kinds of credentials', () => {
      expect(extractor.settings_group_validation).to.deep.equal([
        ['access_token'],
        ['client_id', 'client_secret', 'refresh_token'],
      ]);
    });

    it('deselects the streams that are off by default, including those of the feed scope', () => {
      const out = streams.filter(({ selectedByDefault }) => !selectedByDefault).map(({ name }) => `!${name}.*`);
      expect(extractor.select).to.deep.equal(['*.*', ...out]);
      expect(extractor.select).to.include('!comments.*').and.include('!reactions.*');
    });
  });
}

describe('the definition for the Hub', () => {
  it('has what the Hub requires, and nothing that it does not know', () => {
    const definition = read('hub.yml') as Record<string, unknown>;
    expect(definition).to.include.keys('name', 'namespace', 'variant', 'label', 'maintenance_status', 'keywords');
    expect(Object.keys(definition).filter((key) => !HUB_KEYS.split(' ').includes(key))).to.deep.equal([]);
    expect(definition['quality']).to.be.oneOf(['gold', 'silver', 'bronze', 'unknown']);
  });
});
