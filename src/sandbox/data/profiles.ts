import type { OrganizationOption } from '../options.js';
import { createDraw, hash, pick } from './hash.js';
import { describe, image, localize, MEMBER, PLAIN_FIELDS, PUBLIC_FIELDS, type Organization } from './profile-parts.js';
import { SAMPLE_PAGES } from './sample-pages.js';
import { INDUSTRIES, STAFF_COUNT_RANGES } from './vocabulary.js';

const FIRST = [
  'Copper',
  'Saffron',
  'Juniper',
  'Tidewater',
  'Amber',
  'Granite',
  'Willow',
  'Cobalt',
  'Marigold',
  'Slate',
];
const SECOND = ['Lantern', 'Bridge', 'Orchard', 'Compass', 'Anvil', 'Meadow', 'Harbour', 'Thimble', 'Falcon', 'Kettle'];
const TRADES = ['Bakery', 'Bindery', 'Choir', 'Cooperage', 'Ferries', 'Glassworks', 'Instruments', 'Ropewalk', 'Tea'];
const TYPES = ['PUBLIC_COMPANY', 'PRIVATELY_HELD', 'SELF_OWNED', 'NON_PROFIT', 'PARTNERSHIP'];

/** The body of an organization with all fields that administrators see. */
export function composeOrganization(option: OrganizationOption, seed: number): Organization {
  const { id, name, brand } = option;
  return {
    id,
    $URN: `urn:li:organization:${id}`,
    ...(SAMPLE_PAGES[id] ?? makeUp(option, seed)),
    ...(name !== undefined && { localizedName: name, name: localize(name) }),
    ...(brand !== undefined && {
      primaryOrganizationType: 'BRAND',
      parentRelationship: { parent: `urn:li:organization:${brand}`, relationshipStatus: 'ACTIVE' },
    }),
  };
}

/** URN of the page that a showcase page belongs to. */
export function findParent({ id, brand }: OrganizationOption): string | undefined {
  if (brand !== undefined) return `urn:li:organization:${brand}`;
  return (SAMPLE_PAGES[id]?.['parentRelationship'] as { readonly parent: string } | undefined)?.parent;
}

/** The body with only the fields that anyone may see. */
export function composePublicOrganization(option: OrganizationOption, seed: number): Organization {
  const full = composeOrganization(option, seed);
  const shown = PUBLIC_FIELDS.filter((field) => field in full).map((field) => [field, full[field]]);
  return { ...(Object.fromEntries(shown) as Record<string, unknown>), id: full.id };
}

function makeUp({ id, name: given }: OrganizationOption, seed: number): Record<string, unknown> {
  const draw = createDraw(hash(seed, id, 51));
  const choose = <Item>(items: readonly Item[]): Item => pick(items as [Item, ...Item[]], Math.floor(draw() * 1000));
  const name = given ?? `${choose(FIRST)} ${choose(SECOND)} ${choose(TRADES)}`;
  const staffCountRange = choose(STAFF_COUNT_RANGES);
  const created = 1_300_000_000_000 + Math.floor(draw() * 400_000_000) * 1000;
  const month = draw();
  return {
    ...PLAIN_FIELDS,
    ...describe({
      name,
      vanityName: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${id}`,
      description: `${name}, at work.`,
    }),
    industries: [choose(INDUSTRIES)],
    // A year alone is common, as is no date at all.
    ...(month < 0.7 && { foundedOn: { year: 1950 + Math.floor(draw() * 74), ...(month < 0.3 && { month: 4 }) } }),
    organizationType: choose(TYPES),
    staffCountRange,
    locations: [
      { staffCountRange, locationType: 'HEADQUARTERS', address: draw() < 0.2 ? {} : { country: 'NO', city: 'Bergen' } },
    ],
    ...(draw() < 0.8 && { logoV2: image(`D4E0BAQFake${id}`) }),
    versionTag: String(hash(seed, id, 52)),
    created: { actor: MEMBER, time: created },
    lastModified: { actor: MEMBER, time: created + Math.floor(draw() * 100_000_000) * 1000 },
  };
}
