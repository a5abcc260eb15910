{# Made by npm run generate from schemas/organization_acls.json. #}
{{ tap_linkedin_pages.stage(
  'organization_acls',
  keys=['organization', 'role', 'roleAssignee'],
  columns=[
    ['organization', 'organization', 'text'],
    ['role', 'role', 'text'],
    ['role_assignee', 'roleAssignee', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['state', 'state', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
