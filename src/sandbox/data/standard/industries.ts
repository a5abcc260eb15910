import { toNames, type NameList, type Names } from './names.js';

/** An industry of the taxonomy: sectors have children, all others a parent. */
export interface Industry {
  readonly id: number;
  readonly names: Names;
  readonly parent?: number;
}

const SECTORS: NameList = [
  ['Farming', 'Landwirtschaft'],
  ['Construction', 'Bau'],
  ['Education', 'Bildung'],
  ['Entertainment', 'Unterhaltung'],
  ['Food', 'Lebensmittel'],
  ['Glass and Ceramics'],
  ['Health Care', 'Gesundheit'],
  ['Hospitality', 'Gastgewerbe'],
  ['Instruments', 'Instrumente'],
  ['Kites'],
  ['Logistics', 'Logistik'],
  ['Manufacturing', 'Produktion'],
  ['Media', 'Medien'],
  ['Mining', 'Bergbau'],
  ['Public Services', 'Öffentlicher Dienst'],
  ['Retail', 'Einzelhandel'],
  ['Ropes and Sails'],
  ['Textiles', 'Textilien'],
  ['Turbines', 'Turbinen'],
  ['Water', 'Wasser'],
];

const BRANCHES = (
  'Advice, Archives, Associations, Brokers, Cooperatives, Design, Equipment, Exports, Fairs, Insurance, Leasing, ' +
  'Maintenance, Museums, Planning, Publishing, Recycling, Repair, Research, Schools, Software, Wholesale'
).split(', ');

/** As many as LinkedIn's taxonomy has. */
const COUNT = 434;

/** Id of a made-up industry; the sectors come first. */
function makeId(number: number): number {
  return 1000 + 17 * (number + 1);
}

export const INDUSTRY_TAXONOMY: readonly Industry[] = [
  { id: 4, names: { en_US: 'Software Development', de_DE: 'Softwareentwicklung' }, parent: 96 },
  { id: 96, names: { en_US: 'IT Services and IT Consulting', de_DE: 'IT-Dienstleistungen' } },
  { id: 923, names: { en_US: 'Wind Electric Power Generation' }, parent: makeId(18) },
  ...Array.from({ length: COUNT - 3 }, (_, number) => makeIndustry(number)),
];

function makeIndustry(number: number): Industry {
  const id = makeId(number);
  const sector = number % SECTORS.length;
  const names = toNames(SECTORS[sector] ?? ['']);
  if (number < SECTORS.length) return { id, names };
  const branch = BRANCHES[Math.floor(number / SECTORS.length) - 1] ?? '';
  return { id, names: { en_US: `${names.en_US} ${branch}` }, parent: makeId(sector) };
}
