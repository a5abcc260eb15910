{# The newest counts of reactions and comments, if post_social_metadata was read. #}
with social as (
  select *
  from (
    select *, row_number() over (partition by post order by snapshot_date desc) as place
    from {{ ref('stg_linkedin_pages__post_social_metadata') }}
  ) as numbered
  where place = 1
)

select
  posts.id as post,
  posts.organization_id,
  pages.page,
  posts.published_at,
  cast(posts.published_at as date) as published_on,
  posts.created_at,
  posts.last_modified_at,
  posts.lifecycle_state,
  posts.visibility,
  posts.commentary,
  posts.permalink,
  {{ tap_linkedin_pages.joined_texts('posts.hashtags') }} as hashtags,
  case when posts.id like 'urn:li:ugcPost:%' then 'ugcPost' else 'share' end as urn_kind,
  {{ tap_linkedin_pages.content_kind('posts') }} as kind,
  coalesce(posts.ad_context_is_dsc, false) as is_sponsored,
  coalesce(posts.content_article_title, posts.content_media_title, posts.content_poll_question) as title,
  posts.content_article_source as link,
  numbers.impression_count as impressions,
  numbers.unique_impressions_count as reached,
  numbers.click_count as clicks,
  numbers.like_count as reactions,
  numbers.comment_count as comments,
  numbers.share_count as shares,
  {{ tap_linkedin_pages.interactions('numbers') }} as interactions,
  {{ tap_linkedin_pages.rate(tap_linkedin_pages.interactions('numbers'), 'numbers.impression_count') }} as engagement_rate,
  numbers.is_imputed,
  numbers.snapshot_date as numbers_of,
  social.reaction_count as all_reactions,
  social.comment_summary_count as all_comments,
  case
    when numbers.click_count is not null and posts.published_at is not null then rank() over (
      partition by posts.organization_id, {{ tap_linkedin_pages.month_of('posts.published_at') }}
      order by {{ tap_linkedin_pages.interactions('numbers') }} desc nulls last
    )
  end as place_in_month
from {{ ref('stg_linkedin_pages__posts') }} as posts
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = posts.organization_id
left join {{ ref('int_linkedin_pages__latest_post_statistics') }} as numbers
  on numbers.post = posts.id
left join social
  on social.post = posts.id
