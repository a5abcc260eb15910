{# Made by npm run generate from schemas/notifications.json. #}
{{ tap_linkedin_pages.stage(
  'notifications',
  keys=['organizationalEntity', 'notificationId'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['notification_id', 'notificationId', 'integer'],
    ['action', 'action', 'text'],
    ['last_modified_at', 'lastModifiedAt', 'timestamp'],
    ['post', 'post', 'text'],
    ['post_owner', 'post_owner', 'text'],
    ['post_text', 'post_text', 'text'],
    ['comment', 'comment', 'text'],
    ['actor', 'actor', 'text'],
    ['text', 'text', 'text'],
    ['source_post', 'sourcePost', 'text'],
    ['generated_activity', 'generatedActivity', 'text'],
    ['subscriber', 'subscriber', 'text'],
    ['decorated_source_post', 'decoratedSourcePost', 'json'],
    ['decorated_generated_activity', 'decoratedGeneratedActivity', 'json'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
