{# Made by npm run generate from schemas/likes.json. #}
{{ tap_linkedin_pages.stage(
  'likes',
  keys=['urn'],
  columns=[
    ['urn', 'urn', 'text'],
    ['post', 'post', 'text'],
    ['organization', 'organization', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['actor', 'actor', 'text'],
    ['agent', 'agent', 'text'],
    ['object', 'object', 'text'],
    ['created_actor', 'created.actor', 'text'],
    ['created_impersonator', 'created.impersonator', 'text'],
    ['created_time', 'created.time', 'timestamp'],
    ['last_modified_actor', 'lastModified.actor', 'text'],
    ['last_modified_impersonator', 'lastModified.impersonator', 'text'],
    ['last_modified_time', 'lastModified.time', 'timestamp'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
