{# Made by npm run generate from schemas/regions.json. #}
{{ tap_linkedin_pages.stage(
  'regions',
  keys=['id'],
  columns=[
    ['id', 'id', 'integer'],
    ['urn', 'urn', 'text'],
    ['country_code', 'countryCode', 'text'],
    ['name_locale_country', 'name.locale.country', 'text'],
    ['name_locale_language', 'name.locale.language', 'text'],
    ['name_value', 'name.value', 'text'],
    ['name_localized', 'name.localized', 'json'],
    ['name_preferred_locale_country', 'name.preferredLocale.country', 'text'],
    ['name_preferred_locale_language', 'name.preferredLocale.language', 'text'],
    ['name_text', 'name_text', 'text'],
    ['country', 'country', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
