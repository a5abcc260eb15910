{# Made by npm run generate from schemas/reactions.json. #}
{{ tap_linkedin_pages.stage(
  'reactions',
  keys=['id'],
  columns=[
    ['id', 'id', 'text'],
    ['post', 'post', 'text'],
    ['organization', 'organization', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['reaction_type', 'reactionType', 'text'],
    ['root', 'root', 'text'],
    ['created_actor', 'created.actor', 'text'],
    ['created_impersonator', 'created.impersonator', 'text'],
    ['created_time', 'created.time', 'timestamp'],
    ['last_modified_actor', 'lastModified.actor', 'text'],
    ['last_modified_impersonator', 'lastModified.impersonator', 'text'],
    ['last_modified_time', 'lastModified.time', 'timestamp'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
