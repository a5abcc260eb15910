// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.

/**
 * Either access_token, or client_id, client_secret and refresh_token, must be given; everything else may be left out.
 */
export interface Settings {
  /**
   * OAuth 2.0 access token, used as it is. It is valid for 60 days. With client_id and client_secret beside it, the tap can also ask LinkedIn for its scopes and its expiry.
   */
  access_token?: string;
  /**
   * Client id of your app in LinkedIn's developer portal.
   */
  client_id?: string;
  /**
   * Client secret of your app in LinkedIn's developer portal.
   */
  client_secret?: string;
  /**
   * OAuth 2.0 refresh token. With client_id and client_secret it fetches an access token at start, and again when that one is about to expire or is refused. It is valid for 365 days. If an access_token is given as well, OAuth is used.
   */
  refresh_token?: string;
  /**
   * Organizations to read: a list, or one value, or a comma-separated or JSON string. Duplicates are removed, and the order is kept. Empty: every organization where the token's member is an approved ADMINISTRATOR.
   */
  organization_ids: (string | number)[] | string | number;
  /**
   * Other organizations' pages, whose followers the stream benchmark_follower_count counts, in the same form as organization_ids. No role on them is needed: LinkedIn shows these numbers to everybody. Empty: the stream is not read.
   */
  benchmark_organization_ids: (string | number)[] | string | number;
  /**
   * First day to read if there is no bookmark, floored to 00:00 UTC; a time without zone is UTC. `last run` without a bookmark means all that LinkedIn has. LinkedIn serves the last 12 months of time-bound statistics; an earlier date is moved there, except for page statistics: the tap asks for older ones once.
   */
  start_date: string;
  /**
   * Day before which time-bound statistics end (exclusive), floored to 00:00 UTC. Never later than today 00:00 UTC: an unfinished day is not read. It must not be before start_date.
   */
  end_date: string;
  /**
   * Length of the buckets of the time-bound streams. MONTH reads whole, finished months only. `video_statistics` is always DAY.
   */
  time_granularity: "DAY" | "MONTH";
  /**
   * Time-bound streams are read again this far behind their bookmark, because LinkedIn restates recent days.
   */
  lookback_days: number;
  /**
   * Appends snapshot_date to the key of the lifetime streams, so that a daily run builds the history that LinkedIn does not keep.
   */
  snapshot_history: boolean;
  /**
   * Gives facet rows readable names even where the standardized-data streams are not selected. Costs about 7 calls per run, plus one per 50 geos.
   */
  resolve_names: boolean;
  /**
   * Language and country of the names in the standardized data.
   */
  locale: string;
  /**
   * All posts are read again after this many days, whatever has changed.
   */
  posts_full_refresh_days: number;
  /**
   * All comments, likes and reactions are read again after this many days, whatever has changed.
   */
  social_full_refresh_days: number;
  /**
   * How far back, by the day of their last change, posts are followed for comments, likes, reactions and post_social_metadata. Each further post costs a twentieth of a call per run, plus the calls for its comments, likes and reactions once it has some; --estimate shows how many. post_statistics and video_statistics stay at the 12 months that LinkedIn has.
   */
  social_window_months: number;
  /**
   * How members appear in the records: their URNs, also inside other URNs and texts, and the texts of their comments. `keep` leaves them as they are. `hash` replaces them by a keyed hash, the same in all streams and runs. `drop` replaces them by null, or by a hash if a key holds a member. Both leave out names in mentions.
   */
  member_data: "keep" | "hash" | "drop";
  /**
   * Any secret text. Anyone who has it can find out which member a hash stands for; another key gives other hashes. `hash` needs one; without one, `drop` makes hashes that anyone can check against a member's URN.
   */
  member_data_key?: string;
  /**
   * Writes a stream's SCHEMA only with its first record, so that targets create no empty tables.
   */
  skip_empty_streams: boolean;
  /**
   * Nested objects become columns, in SCHEMA and RECORD alike: `created.time` becomes `created__time`. Lists and maps with free keys become text that holds JSON. Keys, catalog, bookmark properties and state stay as they are.
   */
  flattening_enabled: boolean;
  /**
   * Joins the names that make up a flattened column's name. It is an error if the name of a selected column would exceed 63 bytes, or differ from another one only in case.
   */
  flattening_separator: string;
  /**
   * How many levels of nested objects become columns; an object further down becomes text that holds JSON. With 1, `created.time` becomes `created__time`, but `logoV2.cropInfo` the text `logoV2__cropInfo`; with 0, every object becomes text. Absent: all levels.
   */
  flattening_max_depth?: number;
  /**
   * The `LinkedIn-Version` header: the month of the API version to use.
   */
  linkedin_version: string;
  /**
   * Where the API is: LinkedIn itself, the sandbox, or a proxy.
   */
  api_url: string;
  /**
   * Where tokens are fetched and introspected: LinkedIn itself, the sandbox, or a proxy.
   */
  oauth_url: string;
  /**
   * Calls in flight at the same time. The number drops by itself when LinkedIn says that calls come too fast, and recovers later.
   */
  max_concurrency: number;
  /**
   * Stop cleanly, with state, before more requests than this are sent to api_url in one run. Retries count, token calls do not. A map limits each resource by itself, as LinkedIn does: `{"posts": 100, "*": 500, "total": 2000}` sends 100 requests to posts, 500 to each other resource, and 2,000 in all. A resource that has used up its share stops as at its daily limit, and the others continue. Absent: no limit.
   */
  max_calls?: number | {} | string;
  /**
   * `i/n`: this run reads only the organizations of shard i of n; n runs, one for each i, read them all. Which shard an organization belongs to depends only on its URN and n. `--shard` does the same and wins.
   */
  shard?: string;
  /**
   * Adds a column `connection` with this text to every record, as part of no key: for tables that the pages of several configurations share. Absent: no such column.
   */
  connection_name?: string;
  /**
   * The level of the METRIC lines in the log; off: none are printed. Absent: info, and debug on a terminal.
   */
  metrics_log_level?: "debug" | "info" | "warning" | "error" | "critical" | "off";
  /**
   * Seconds that an answer may take, its body included. Time spent waiting for the reader of stdout does not count.
   */
  request_timeout: number;
  /**
   * Tries per call, the first one included.
   */
  max_tries: number;
  /**
   * Seconds before the second try, doubled for each further one, ±20 %. Five times as long if LinkedIn says that calls come too fast.
   */
  retry_wait: number;
  /**
   * The `User-Agent` header.
   */
  user_agent: string;
  /**
   * The time that counts as now wherever days matter, for reproducible runs and for the sandbox; a time without zone is UTC. Absent: the system's clock.
   */
  now?: string;
}
