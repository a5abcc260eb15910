{# Made by npm run generate from schemas/geos.json. #}
{{ tap_linkedin_pages.stage(
  'geos',
  keys=['id'],
  columns=[
    ['id', 'id', 'integer'],
    ['urn', 'urn', 'text'],
    ['default_localized_name_locale_country', 'defaultLocalizedName.locale.country', 'text'],
    ['default_localized_name_locale_language', 'defaultLocalizedName.locale.language', 'text'],
    ['default_localized_name_value', 'defaultLocalizedName.value', 'text'],
    ['name_text', 'name_text', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
