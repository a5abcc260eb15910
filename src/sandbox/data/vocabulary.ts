const count = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

export const STAFF_COUNT_RANGES = [
  'SIZE_1',
  'SIZE_2_TO_10',
  'SIZE_11_TO_50',
  'SIZE_51_TO_200',
  'SIZE_201_TO_500',
  'SIZE_501_TO_1000',
  'SIZE_1001_TO_5000',
  'SIZE_5001_TO_10000',
  'SIZE_10001_OR_MORE',
] as const;

export const SENIORITIES = count(10).map((id) => `urn:li:seniority:${id}`);

export const FUNCTIONS = count(26).map((id) => `urn:li:function:${id}`);

export const INDUSTRIES = [4, 96, 923, ...count(37).map((index) => 1000 + 17 * index)].map(
  (id) => `urn:li:industry:${id}`,
);

export const COUNTRY_GEOS = [105015875, 103644278, ...count(28).map((index) => 100_100_000 + 1_313 * index)].map(
  (id) => `urn:li:geo:${id}`,
);

/** More areas than the hundred that LinkedIn serves. */
export const AREA_GEOS = [105117694, 90009659, ...count(138).map((index) => 90_010_000 + 7 * index)].map(
  (id) => `urn:li:geo:${id}`,
);

/** For old page statistics. */
export const COUNTRIES = ['fr', 'us', 'de', 'gb', 'no', 'nl', 'es', 'pl', 'jp', 'br', 'in', 'za'].map(
  (code) => `urn:li:country:${code}`,
);
export const REGIONS = count(40).map((index) => `urn:li:region:${7 * index}`);
