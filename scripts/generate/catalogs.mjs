/**
 * The streams with the same data as another tool's tables; docs/migrating.md maps tables to streams. Several streams
 * that share an answer cost no more calls than one of them.
 */
const AIRBYTE = [
  'organization_lookup',
  'follower_statistics',
  'share_statistics',
  'total_follower_count',
  'follower_statistics_time_bound',
  'share_statistics_time_bound',
];

const KEBOOLA = [
  'organization_lookup',
  'follower_counts_by_association_type',
  'follower_counts_by_function',
  'follower_counts_by_geo',
  'follower_counts_by_geo_country',
  'follower_counts_by_industry',
  'follower_counts_by_seniority',
  'follower_counts_by_staff_count_range',
  'follower_statistics_time_bound',
  'share_statistics',
  'share_statistics_time_bound',
  'page_statistics',
  'page_statistics_by_function',
  'page_statistics_by_geo',
  'page_statistics_by_geo_country',
  'page_statistics_by_industry',
  'page_statistics_by_seniority',
  'page_statistics_by_staff_count_range',
  'page_statistics_by_targeted_content',
  'page_statistics_time_bound',
  'posts',
  'comments',
  'likes',
  'functions',
  'industries',
  'seniorities',
  'countries',
  'regions',
];

/** The streams behind its tables: those that its dbt package reads, daily numbers, facets and their names. */
const FIVETRAN = [
  'organization_lookup',
  'share_statistics',
  'posts',
  'post_statistics',
  'follower_statistics_time_bound',
  'share_statistics_time_bound',
  'page_statistics_time_bound',
  'follower_counts_by_association_type',
  'follower_counts_by_function',
  'follower_counts_by_geo',
  'follower_counts_by_geo_country',
  'follower_counts_by_industry',
  'follower_counts_by_seniority',
  'follower_counts_by_staff_count_range',
  'page_statistics_by_function',
  'page_statistics_by_geo',
  'page_statistics_by_geo_country',
  'page_statistics_by_industry',
  'page_statistics_by_seniority',
  'page_statistics_by_staff_count_range',
  'functions',
  'industries',
  'seniorities',
  'geos',
];

/** What `--discover` prints. */
export const discoveredCatalog = async () => printByLine(await discover());
export const airbyteCatalog = () => selecting(AIRBYTE);
export const keboolaCatalog = () => selecting(KEBOOLA);
export const fivetranCatalog = () => selecting(FIVETRAN);
export const everythingCatalog = () => selecting();

/** The discovered catalog with only these streams selected; without `names`, all of them. */
async function selecting(names) {
  const { streams } = await discover();
  const known = streams.map(({ tap_stream_id: name }) => name);
  const strange = (names ?? []).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`There is no stream called ${strange.join(', ')}.`);
  const catalog = { streams: streams.map((entry) => select(entry, names?.includes(entry.stream) ?? true)) };
  return printByLine(catalog);
}

async function discover() {
  const { renderCatalog } = await import('../../dist/src/cli/discover.js');
  return JSON.parse(renderCatalog({ snapshotHistory: false }));
}

/** One line per stream, so that a change to a stream is a one-line diff. */
function printByLine({ streams }) {
  return `{"streams": [\n${streams.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
}

function select(entry, selected) {
  return {
    ...entry,
    metadata: entry.metadata.map((each) =>
      each.breadcrumb.length === 0 ? { ...each, metadata: { selected, ...each.metadata } } : each,
    ),
  };
}
