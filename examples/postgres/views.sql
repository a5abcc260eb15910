-- Answers to what is asked most often, as views in a schema of their own. They read the tables that MeltanoLabs'
-- target-postgres makes in the schema linkedin, with "flattening_enabled": true and "flattening_max_depth": 3, on a
-- server or a database with timezone = 'UTC'. PipelineWise's target, with "data_flattening_max_level": 3, makes the names
-- of columns lower-case; so does this, for the views:
--   sed -E 's/"([A-Za-z_0-9]+)"/"\L\1"/g' views.sql
CREATE SCHEMA IF NOT EXISTS reports;

-- How many followers did a page gain each day? LinkedIn serves them two days late.
CREATE OR REPLACE VIEW reports.daily_followers AS
SELECT
  day.organization_id,
  page."localizedName" AS page,
  day.time_range_start::date AS day,
  day."followerGains__organicFollowerGain" AS organic,
  day."followerGains__paidFollowerGain" AS paid,
  sum(day."followerGains__organicFollowerGain" + day."followerGains__paidFollowerGain")
    OVER (PARTITION BY day.organization_id ORDER BY day.time_range_start RANGE '27 days' PRECEDING) AS gained_in_28_days
FROM linkedin.follower_statistics_time_bound AS day
JOIN linkedin.organization_lookup AS page USING (organization_id)
WHERE day.time_granularity = 'DAY';

-- What was done with a page's posts each day? The rate is LinkedIn's: clicks, reactions, comments and shares by
-- impressions.
CREATE OR REPLACE VIEW reports.daily_engagement AS
SELECT
  day.organization_id,
  page."localizedName" AS page,
  day.time_range_start::date AS day,
  day."totalShareStatistics__impressionCount" AS impressions,
  day."totalShareStatistics__uniqueImpressionsCount" AS reached,
  day."totalShareStatistics__clickCount" AS clicks,
  day."totalShareStatistics__likeCount" AS reactions,
  day."totalShareStatistics__commentCount" AS comments,
  day."totalShareStatistics__shareCount" AS shares,
  round(100 * day."totalShareStatistics__engagement"::numeric, 1) AS engagement_percent
FROM linkedin.share_statistics_time_bound AS day
JOIN linkedin.organization_lookup AS page USING (organization_id)
WHERE day.time_granularity = 'DAY';

-- How often was a page visited each day?
CREATE OR REPLACE VIEW reports.daily_visits AS
SELECT
  day.organization_id,
  page."localizedName" AS page,
  day.time_range_start::date AS day,
  day."views__allPageViews__pageViews" AS views,
  day."views__allPageViews__uniquePageViews" AS visitors,
  day."views__allMobilePageViews__pageViews" AS mobile_views
FROM linkedin.page_statistics_time_bound AS day
JOIN linkedin.organization_lookup AS page USING (organization_id)
WHERE day.time_granularity = 'DAY';

-- Which posts of a month did best? By all that was done with them so far; place 1 is the best of its page and month.
CREATE OR REPLACE VIEW reports.best_posts AS
SELECT
  post.organization_id,
  page."localizedName" AS page,
  to_char(post."publishedAt", 'YYYY-MM') AS month,
  rank() OVER (
    PARTITION BY post.organization_id, to_char(post."publishedAt", 'YYYY-MM')
    ORDER BY numbers.interactions DESC
  ) AS place,
  numbers.interactions,
  numbers.impressions,
  post."publishedAt"::date AS published,
  post.commentary,
  post.permalink,
  post.id AS post
FROM linkedin.posts AS post
JOIN (
  -- The newest numbers of each post, of which there are many with snapshot_history.
  SELECT DISTINCT ON (post)
    post AS id,
    "totalShareStatistics__impressionCount" AS impressions,
    "totalShareStatistics__clickCount" + "totalShareStatistics__likeCount" + "totalShareStatistics__commentCount"
      + "totalShareStatistics__shareCount" AS interactions
  FROM linkedin.post_statistics
  ORDER BY post, snapshot_date DESC
) AS numbers USING (id)
JOIN linkedin.organization_lookup AS page USING (organization_id)
WHERE post."publishedAt" IS NOT NULL;

-- Where do a page's followers live? LinkedIn names up to 100 countries. Rows of earlier snapshots are countries that are
-- no longer among them, or history.
CREATE OR REPLACE VIEW reports.followers_by_country AS
SELECT
  followers.organization_id,
  page."localizedName" AS page,
  coalesce(followers.geo_name, followers.geo) AS country,
  followers."followerCounts__organicFollowerCount" + followers."followerCounts__paidFollowerCount" AS followers,
  round(
    100.0 * (followers."followerCounts__organicFollowerCount" + followers."followerCounts__paidFollowerCount")
      / nullif(total."firstDegreeSize", 0),
    1
  ) AS percent
FROM linkedin.follower_counts_by_geo_country AS followers
JOIN linkedin.organization_lookup AS page USING (organization_id)
JOIN linkedin.total_follower_count AS total USING (organization_id, snapshot_date)
WHERE followers.snapshot_date = (
  SELECT max(snapshot_date)
  FROM linkedin.follower_counts_by_geo_country AS newest
  WHERE newest.organization_id = followers.organization_id
);

-- How did a page's months go? `days` tells whether a month is whole.
CREATE OR REPLACE VIEW reports.months AS
SELECT
  organization_id,
  engagement.page,
  to_char(day, 'YYYY-MM') AS month,
  count(*) AS days,
  sum(followers.organic + followers.paid) AS followers_gained,
  sum(impressions) AS impressions,
  sum(clicks + reactions + comments + shares) AS interactions,
  round(100.0 * sum(clicks + reactions + comments + shares) / nullif(sum(impressions), 0), 1) AS engagement_percent,
  sum(visits.views) AS page_views
FROM reports.daily_engagement AS engagement
LEFT JOIN reports.daily_followers AS followers USING (organization_id, day)
LEFT JOIN reports.daily_visits AS visits USING (organization_id, day)
GROUP BY organization_id, engagement.page, to_char(day, 'YYYY-MM');
