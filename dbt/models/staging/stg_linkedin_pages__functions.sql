{# Made by npm run generate from schemas/functions.json. #}
{{ tap_linkedin_pages.stage(
  'functions',
  keys=['id'],
  columns=[
    ['id', 'id', 'integer'],
    ['urn', 'urn', 'text'],
    ['name_localized', 'name.localized', 'json'],
    ['name_preferred_locale_country', 'name.preferredLocale.country', 'text'],
    ['name_preferred_locale_language', 'name.preferredLocale.language', 'text'],
    ['name_text', 'name_text', 'text'],
    ['rollup', 'rollup', 'boolean'],
    ['rollup_ids', 'rollupIds', 'json'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
