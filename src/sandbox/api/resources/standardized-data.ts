import {
  composeCountry,
  composeGeo,
  composeIndustry,
  composeNamed,
  composeRegion,
  type Standard,
} from '../../data/standard/bodies.js';
import { NAMES, type StandardKind } from '../../data/standard/catalogue.js';
import { refuse, refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { mapLazily, paginate } from '../../restli/paging.js';
import { toRecord } from '../../restli/read.js';
import type { World } from '../../world.js';
import type { Action, Call, Resource } from '../resource.js';
import { answerBatch, readKeys } from './batch.js';

/** A list maintained by LinkedIn, open to any token and without versions (standardized-data, read 2026-11-22). */
interface List {
  readonly name: string;
  readonly path?: string;
  readonly kind: StandardKind;
  readonly compose: (standard: Standard) => object;
  /** Whether GET_ALL is supported; default true. */
  readonly whole?: boolean;
  /** Refuses a call if the list does not exist. */
  readonly check?: (call: Call, world: World) => void;
}

const TAXONOMIES = ['DEFAULT', 'V1_0', 'V2_5', 'V2_6', 'V2_7'];

const LISTS: readonly List[] = [
  { name: 'functions', kind: 'function', compose: composeNamed },
  { name: 'seniorities', kind: 'seniority', compose: composeNamed },
  { name: 'industries', kind: 'industry', compose: composeNamed },
  {
    name: 'industryTaxonomyVersions/industries',
    path: 'industryTaxonomyVersions/{}/industries',
    kind: 'industry',
    compose: composeIndustry,
    check: ({ keys: [taxonomy = ''] }) => {
      if (!TAXONOMIES.includes(taxonomy)) throw refuseUnknownEntity();
    },
  },
  { name: 'geo', kind: 'geo', compose: composeGeo, whole: false },
  { name: 'countries', kind: 'country', compose: composeCountry, check: checkOldGeography },
  { name: 'regions', kind: 'region', compose: composeRegion, check: checkOldGeography },
];

export const standardizedData: readonly Resource[] = LISTS.map(defineList);

function defineList({ name, path = name, kind, compose, whole = true, check }: List): Resource {
  const names = NAMES[kind];
  const define = (
    method: Action['method'],
    answer: (call: Call) => unknown,
    optional: readonly string[] = [],
  ): Action => ({
    method,
    optional: ['locale', ...optional],
    scopes: [],
    handle: (call, world) => {
      check?.(call, world);
      return answer(call);
    },
  });
  const get = (call: Call, id: string): object => {
    const known = names.get(id);
    if (!known) throw refuseUnknownEntity();
    return compose({ kind, id, names: known, locale: readLocale(call) });
  };
  const list = (call: Call): unknown =>
    paginate(
      call,
      mapLazily([...names.keys()], (id) => get(call, id)),
      { total: true },
    );
  const actions = [
    define('GET', (call) => get(call, call.keys.at(-1) ?? '')),
    // Unknown ids are left out, without an error.
    define('BATCH_GET', (call) =>
      answerBatch(
        readKeys(call).filter((id) => names.has(id)),
        (id) => get(call, id),
      ),
    ),
    ...(whole ? [define('GET_ALL', list, ['start', 'count'])] : []),
  ];
  return { name, path, actions };
}

function readLocale({ params }: Call): string {
  if (!params.values.has('locale')) return 'en_US';
  const { language, country } = toRecord(params.values.get('locale'), 'locale');
  if (typeof language !== 'string' || typeof country !== 'string') throw refuseParameter('locale');
  return `${language}_${country}`;
}

/** Geos have replaced countries and regions since 2020. */
function checkOldGeography({ path }: Call, { options }: World): void {
  const [, , name] = path.split('/');
  if (!options.oldGeography) throw refuse(404, `Resource ${name} does not exist`, { code: 'RESOURCE_NOT_FOUND' });
}
