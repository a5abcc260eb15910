/** The member to whom the sandbox's tokens belong. */
export const MEMBER = 'urn:li:person:aB3xYz90Qk';

/** The body of one organization, as its administrators see it. */
export interface Organization {
  readonly id: number;
  readonly [field: string]: unknown;
}

const US = { country: 'US', language: 'en' };

/** LinkedIn's form of a multilingual text; English is preferred. */
export function localize(text: string, others: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  return { localized: { en_US: text, ...others }, preferredLocale: US };
}

/** Name, description and website, each as LinkedIn sends it: localized and as plain text. */
export function describe(texts: {
  readonly name: string;
  readonly description: string;
  readonly vanityName: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly descriptions?: Readonly<Record<string, string>>;
}): Record<string, unknown> {
  const website = `https://${texts.vanityName}.example`;
  return {
    vanityName: texts.vanityName,
    localizedName: texts.name,
    name: localize(texts.name, texts.names),
    description: localize(texts.description, texts.descriptions),
    localizedDescription: texts.description,
    website: localize(website),
    localizedWebsite: website,
  };
}

/** A page's image; LinkedIn often leaves its crop all zeros. */
export function image(asset: string, size: { width: number; height: number } = { width: 0, height: 0 }): unknown {
  const urn = `urn:li:digitalmediaAsset:${asset}`;
  return { cropped: urn, original: urn, cropInfo: { x: 0, y: 0, ...size } };
}

/** Fields of every page, with default values. */
export const PLAIN_FIELDS = {
  specialties: [],
  localizedSpecialties: [],
  alternativeNames: [],
  groups: [],
  organizationStatus: 'OPERATING',
  entityStatus: 'ACTIVE',
  primaryOrganizationType: 'NONE',
  defaultLocale: US,
  locations: [],
  autoCreated: false,
} as const;

/** The fields in organizationsLookup, and in GET for non-administrators (organization-lookup-api, read 2026-11-22). */
export const PUBLIC_FIELDS = [
  'id',
  'name',
  'localizedName',
  'vanityName',
  'localizedWebsite',
  'logoV2',
  'locations',
  'primaryOrganizationType',
] as const;
