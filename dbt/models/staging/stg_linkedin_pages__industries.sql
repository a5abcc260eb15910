{# Made by npm run generate from schemas/industries.json. #}
{{ tap_linkedin_pages.stage(
  'industries',
  keys=['id'],
  columns=[
    ['id', 'id', 'integer'],
    ['urn', 'urn', 'text'],
    ['name_localized', 'name.localized', 'json'],
    ['name_preferred_locale_country', 'name.preferredLocale.country', 'text'],
    ['name_preferred_locale_language', 'name.preferredLocale.language', 'text'],
    ['name_text', 'name_text', 'text'],
    ['parent_id', 'parentId', 'integer'],
    ['children_industries', 'childrenIndustries', 'json'],
    ['rollup', 'rollup', 'boolean'],
    ['rollup_ids', 'rollupIds', 'json'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
