import { describe, image, localize, MEMBER, PLAIN_FIELDS } from './profile-parts.js';

/** Ids of the hand-written pages, in the order in which a count of organizations takes them. */
export const SAMPLE_PAGE_IDS = [104729384, 104729391, 104729402] as const;

const stamp = (time: number): Record<string, unknown> => ({ actor: MEMBER, time });

/** Pages that together have every field of an organization, and text that is hard to handle. */
export const SAMPLE_PAGES: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {
  104729384: {
    ...PLAIN_FIELDS,
    ...describe({
      name: 'Northwind Turbines',
      vanityName: 'northwind-turbines',
      description: 'We build small wind turbines.',
      names: { fr_FR: 'Éoliennes Northwind' },
    }),
    industries: ['urn:li:industry:923'],
    foundedOn: { year: 2016, month: 3 },
    organizationType: 'PRIVATELY_HELD',
    staffCountRange: 'SIZE_11_TO_50',
    locations: [
      {
        localizedDescription: 'Head office',
        description: localize('Head office'),
        staffCountRange: 'SIZE_11_TO_50',
        locationType: 'HEADQUARTERS',
        address: {
          country: 'FR',
          geographicArea: 'Brittany',
          city: 'Brest',
          line1: '1 quai du Vent',
          line2: 'Hangar B',
          postalCode: '29200',
        },
        phoneNumber1: { number: '+33 2 00 00 00 00' },
        geoLocation: 'urn:li:geo:105117694',
      },
      { staffCountRange: 'SIZE_2_TO_10', locationType: 'OTHER', address: {} },
    ],
    logoV2: image('D4E0BAQFakeLogoAA'),
    coverPhotoV2: image('D4E1BAQFakeCoverA', { width: 1128, height: 191 }),
    overviewPhotoV2: image('D4E1BAQFakeViewAA', { width: 646, height: 220 }),
    versionTag: '2748193045',
    created: stamp(1457395200000),
    lastModified: stamp(1793620800123),
  },
  104729391: {
    ...PLAIN_FIELDS,
    ...describe({
      name: 'Northwind Labs 🌬️',
      vanityName: 'northwind-labs',
      description: 'Blades & "bearings", tested\r\nin the wind 🌬️\n\tŁódź · Ωμέγα · \u{1F469}\u200D\u{1F52C}',
      names: { ja_JP: 'ノースウィンド研究所', ar_AE: 'مختبرات نورث ويند' },
      descriptions: { ja_JP: '風車の羽根を試験します。\n毎日。', zh_TW: '測試風車葉片' },
    }),
    industries: ['urn:li:industry:923', 'urn:li:industry:4'],
    specialties: [{ locale: { country: 'US', language: 'en' }, tags: ['blades', 'bearings, ball and roller'] }],
    localizedSpecialties: ['blades', 'bearings, ball and roller'],
    alternativeNames: ['NWL'],
    groups: ['urn:li:group:8123456'],
    foundedOn: { year: 2021 },
    organizationType: 'PRIVATELY_HELD',
    organizationStatus: 'OPERATING_SUBSIDIARY',
    staffCountRange: 'SIZE_2_TO_10',
    primaryOrganizationType: 'BRAND',
    parentRelationship: {
      parent: 'urn:li:organization:104729384',
      relationshipStatus: 'ACTIVE',
      organizationRelationshipType: 'SHOWCASE',
    },
    logoV2: image('D4E0BAQFakeLogoBB'),
    versionTag: '9007199254740993001',
    autoCreated: true,
    created: stamp(1621209600000),
    lastModified: stamp(1790812800000),
  },
  104729402: {
    ...PLAIN_FIELDS,
    ...describe({
      name: 'Harbourlight Kite School',
      vanityName: 'harbourlight-kite-school',
      description: 'Closed since the last gale.',
    }),
    industries: ['urn:li:industry:1017'],
    foundedOn: { year: 1998, month: 5, day: 4 },
    organizationType: 'EDUCATIONAL',
    organizationStatus: 'OUT_OF_BUSINESS',
    entityStatus: 'INACTIVE',
    staffCountRange: 'SIZE_1',
    primaryOrganizationType: 'SCHOOL',
    schoolAttributes: {
      hierarchyClassification: 'INDEPENDENT',
      legacySchool: 'urn:li:school:190234',
      type: 'PRIVATE',
      yearLevel: 'OTHER',
    },
    versionTag: '11',
    created: stamp(1325376000000),
    lastModified: stamp(1704067200000),
    deleted: stamp(1704067200000),
  },
};
