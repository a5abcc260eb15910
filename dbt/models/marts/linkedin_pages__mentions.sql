select
  notifications.organization_id,
  pages.page,
  notifications.notification_id,
  notifications.last_modified_at as mentioned_at,
  case when notifications.action = 'COMMENT_MENTION' then 'comment' else 'post' end as mentioned_in,
  notifications.actor,
  notifications.text,
  notifications.post,
  notifications.post_text,
  notifications.comment,
  'https://www.linkedin.com/feed/update/' || coalesce(notifications.post, notifications.source_post) || '/' as permalink
from {{ ref('stg_linkedin_pages__notifications') }} as notifications
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = notifications.organization_id
where notifications.action in ('SHARE_MENTION', 'COMMENT_MENTION')
