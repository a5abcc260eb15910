import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { schemaReader } from '../../src/streams/schema-files.js';

const read = (file: string): string => readFileSync(new URL(`schemas/${file}`, packageRoot), 'utf8');
const jsonIn = (folder: string): string[] =>
  readdirSync(new URL(`schemas/${folder}`, packageRoot)).filter((file) => file.endsWith('.json'));

describe('the parts of schemas', () => {
  it('are each referred to', () => {
    const files = [...jsonIn('').map(read), ...jsonIn('parts/').map((part) => read(`parts/${part}`))];
    const references = files.flatMap((text) => [...text.matchAll(/"\$ref": "(?:parts\/)?([^"]+)"/g)]);
    expect(jsonIn('parts/')).to.have.members([...new Set(references.map(([, part]) => part))]);
  });

  it('replace references to them, with the description given there or their own', () => {
    const { views } = schemaReader()('page_statistics').properties;
    expect(views).to.deep.include({
      type: 'object',
      description: 'Views of the page by section and device; desktop and mobile may sum to less than all.',
    });
    expect(views!.properties!['jobsPageViews']).to.deep.equal({
      type: 'object',
      description: 'Of the jobs page.',
      properties: {
        pageViews: { type: ['null', 'integer'], description: 'Views.' },
        uniquePageViews: {
          type: ['null', 'integer'],
          description: 'Unique views; LinkedIn gives them for some counters only.',
        },
      },
    });
  });

  it('may omit any field in items of lists, where no columns need a description', () => {
    const { items } = schemaReader()('page_statistics').properties['pageStatisticsByGeo']!;
    const { views } = items!.properties!['pageStatistics']!.properties!;
    expect(views!.type).to.deep.equal(['null', 'object']);
    expect(views).to.not.have.property('description');
    expect(views!.properties!['jobsPageViews']).to.deep.equal({
      type: ['null', 'object'],
      properties: { pageViews: { type: ['null', 'integer'] }, uniquePageViews: { type: ['null', 'integer'] } },
    });
  });
});
