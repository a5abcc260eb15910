{{ config(alias='organization_lookup', enabled=tap_linkedin_pages.makes('airbyte')) }}

{%- set preferred = tap_linkedin_pages.json_object({
  'country': 'name_preferred_locale_country', 'language': 'name_preferred_locale_language'
}) -%}
select
  alternative_names as "alternativeNames",
  auto_created as "autoCreated",
  {{ tap_linkedin_pages.json_object({
    'actor': 'created_actor', 'time': tap_linkedin_pages.epoch_ms('created_time')
  }) }} as "created",
  {{ tap_linkedin_pages.json_object({
    'country': 'default_locale_country', 'language': 'default_locale_language'
  }) }} as "defaultLocale",
  groups as "groups",
  id as "id",
  {{ tap_linkedin_pages.json_object({
    'actor': 'last_modified_actor', 'time': tap_linkedin_pages.epoch_ms('last_modified_time')
  }) }} as "lastModified",
  localized_name as "localizedName",
  localized_specialties as "localizedSpecialties",
  locations as "locations",
  {{ tap_linkedin_pages.json_object({'localized': 'name_localized', 'preferredLocale': preferred}) }} as "name",
  organization_type as "organizationType",
  primary_organization_type as "primaryOrganizationType",
  specialties as "specialties",
  vanity_name as "vanityName",
  version_tag as "versionTag"
from {{ ref('stg_linkedin_pages__organization_lookup') }}
