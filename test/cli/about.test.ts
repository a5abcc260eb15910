import { Ajv } from 'ajv';
import { expect } from 'chai';
import { describeTap } from '../../src/cli/about.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { readSettingsSchema, settingsOf } from '../../src/config/schema.js';

const settings = settingsOf(readSettingsSchema());

interface About {
  readonly settings: { readonly required: string[]; readonly properties: Readonly<Record<string, object>> };
}

describe('--about', () => {
  const about = JSON.parse(describeTap({ format: 'json', version: '1.2.3' })) as About;

  it("is JSON in the form of the Meltano SDK's", () => {
    expect(about).to.have.all.keys('name', 'description', 'version', 'capabilities', 'settings', 'storage');
    expect(about).to.deep.include({
      name: 'tap-linkedin-pages',
      version: '1.2.3',
      capabilities: ['about', 'catalog', 'discover', 'schema-flattening', 'state', 'structured-logging'],
    });
    expect(about.settings.required).to.deep.equal([]);
  });

  it('has the settings as a valid JSON Schema that marks secrets, defaults and choices', () => {
    expect(new Ajv({ strict: false }).validateSchema(about.settings)).to.be.true;
    expect(about.settings.properties['refresh_token']).to.include({ type: 'string', secret: true });
    expect(about.settings.properties['time_granularity']).to.deep.include({ enum: ['DAY', 'MONTH'], default: 'DAY' });
    expect(about.settings.properties['user_agent']).to.include({ default: 'tap-linkedin-pages/1.2.3' });
  });

  it('has no default that its own schema rejects', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const defaults = settings.flatMap(([name, setting]) => ('default' in setting ? [[name, setting.default]] : []));
    expect(ajv.validate(about.settings, Object.fromEntries(defaults))).to.be.true;
  });

  it('says for each stream how long it may be stored', () => {
    const { storage } = JSON.parse(describeTap({ format: 'json', version: '1.2.3' })) as {
      storage: { stream: string; rule: { count: number; unit: string } | null }[];
    };
    expect(storage.map(({ stream }) => stream)).to.deep.equal(STREAM_TABLE.map(({ name }) => name));
    const ruleOf = (name: string): unknown => storage.find(({ stream }) => stream === name)!.rule;
    for (const name of ['comments', 'likes', 'reactions', 'notifications']) {
      expect(ruleOf(name)).to.include({ count: 48, unit: 'hours' });
    }
    expect(ruleOf('posts')).to.include({ count: 6, unit: 'months' });
    expect(ruleOf('share_statistics')).to.include({ count: 12, unit: 'months' });
    expect(ruleOf('functions')).to.be.null;
  });

  for (const format of ['text', 'markdown'] as const) {
    it(`as ${format} names version, every setting, its meaning and its default`, () => {
      const told = describeTap({ format, version: '1.2.3' });
      // As text it is wrapped at 80 columns.
      if (format === 'text') for (const line of told.split('\n')) expect(line.length, line).to.be.at.most(80);
      const printed = format === 'text' ? told.replaceAll(/\s+/g, ' ') : told;
      expect(printed).to.include('tap-linkedin-pages 1.2.3').and.match(/\S$/);
      for (const [name, { description }] of settings) expect(printed).to.include(name).and.include(description);
      expect(printed).to.include('https://api.linkedin.com').and.include('tap-linkedin-pages/1.2.3');
    });
  }
});
