{{ config(alias='comments', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  post as "post_urn",
  urn as "URN",
  comment_urn as "commentUrn",
  id as "id",
  actor as "actor",
  agent as "agent",
  object as "object",
  parent_comment as "parentComment",
  message_text as "message_text",
  {{ tap_linkedin_pages.json_text('message_attributes') }} as "message_attributes",
  created_actor as "created_actor",
  created_impersonator as "created_impersonator",
  {{ tap_linkedin_pages.epoch_ms('created_time') }} as "created_time",
  last_modified_actor as "lastModified_actor",
  last_modified_impersonator as "lastModified_impersonator",
  {{ tap_linkedin_pages.epoch_ms('last_modified_time') }} as "lastModified_time",
  {{ tap_linkedin_pages.json_text('content') }} as "content",
  {{ tap_linkedin_pages.json_text('likes_summary_selected_likes') }} as "likesSummary_selectedLikes",
  likes_summary_aggregated_total_likes as "likesSummary_aggregatedTotalLikes",
  likes_summary_liked_by_current_user as "likesSummary_likedByCurrentUser",
  likes_summary_total_likes as "likesSummary_totalLikes",
  {{ tap_linkedin_pages.json_text('comments_summary_selected_comments') }} as "commentsSummary_selectedComments",
  comments_summary_total_first_level_comments as "commentsSummary_totalFirstLevelComments",
  comments_summary_aggregated_total_comments as "commentsSummary_aggregatedTotalComments"
from {{ ref('stg_linkedin_pages__comments') }}
where parent_comment is null
