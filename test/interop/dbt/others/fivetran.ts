import type { Columns } from './columns.js';

/**
 * The tables of Fivetran's connector for LinkedIn Company Pages. For those read by its dbt package (1.1 and 1.3),
 * columns and types come from the package; the others are known from projects that analysts published, with the columns
 * used there.
 */
export const FIVETRAN: Readonly<Record<string, Columns>> = {
  organization: {
    instant: '_fivetran_synced',
    integer:
      'cover_photo_v_2_crop_info_height cover_photo_v_2_crop_info_width cover_photo_v_2_crop_info_x cover_photo_v_2_crop_info_y founded_on_day founded_on_month founded_on_year id logo_v_2_crop_info_height logo_v_2_crop_info_width logo_v_2_crop_info_x logo_v_2_crop_info_y overview_photo_v_2_crop_info_height overview_photo_v_2_crop_info_width overview_photo_v_2_crop_info_x overview_photo_v_2_crop_info_y parent_relationship_parent_id',
    text: 'cover_photo_v_2_cropped cover_photo_v_2_original default_locale_country default_locale_language description_localized description_preferred_locale_country description_preferred_locale_language localized_description localized_name localized_website logo_v_2_cropped logo_v_2_original name_localized name_preferred_locale_country name_preferred_locale_language organization_status organization_type overview_photo_v_2_cropped overview_photo_v_2_original parent_relationship_status parent_relationship_type primary_organization_type school_attributes_hierarchy_classification school_attributes_legacy_school school_attributes_type school_attributes_year_level staff_count_range vanity_name version_tag website_localized website_preferred_locale_country website_preferred_locale_language',
  },
  organization_ugc_post: {
    instant: '_fivetran_synced',
    integer: 'organization_id',
    text: 'ugc_post_id',
  },
  post_content: {
    instant: '_fivetran_synced',
    text: '_fivetran_id post_id article_description article_source article_thumbnail article_thumbnail_alt_text article_title carousel_id media_alt_text media_id media_title multi_image_alt_text poll_question poll_settings_duration poll_settings_vote_selection_type type',
    boolean: 'poll_settings_is_voter_visible_to_author',
    integer: 'poll_unique_voters_count',
  },
  share_statistic: {
    text: '_fivetran_id _organization_entity_urn _share_entity_urn',
    instant: '_fivetran_synced',
    integer: 'click_count comment_count impression_count like_count share_count',
    number: 'engagement',
  },
  ugc_post_history: {
    instant: '_fivetran_synced created_time first_published_at last_modified_time',
    text: 'author commentary container_entity created_actor distribution_external_distribution_channels distribution_feed_distribution id last_modified_actor lifecycle_state response_context_parent response_context_root visibility',
  },
  ugc_post_share_statistic: {
    instant: '_fivetran_synced',
    text: 'share_statistic_id ugc_post_id',
  },
  share_history: {
    instant: '_fivetran_synced created_time first_published_at last_modified_time',
    text: 'author commentary container_entity created_actor distribution_external_distribution_channels distribution_feed_distribution last_modified_actor lifecycle_state response_context_parent response_context_root visibility',
    integer: 'id',
  },
  share_content: {
    instant: '_fivetran_synced',
    text: '_fivetran_id article_description article_source article_thumbnail article_thumbnail_alt_text article_title media_alt_text media_id media_title multi_image_alt_text poll_question poll_settings_duration poll_settings_vote_selection_type type',
    integer: 'carousel_id poll_unique_voters_count share_id',
    boolean: 'poll_settings_is_voter_visible_to_author',
  },
  organization_share: {
    instant: '_fivetran_synced',
    integer: 'organization_id share_id',
  },
  share_share_statistic: {
    instant: '_fivetran_synced',
    integer: 'share_id',
    text: 'share_statistic_id share_statistics_id',
  },
  time_bound_follower_statistic: {
    text: '_fivetran_id organization_entity',
    instant: '_fivetran_synced day',
    integer: 'follower_gains_organic_follower_gain follower_gains_paid_follower_gain',
  },
  time_bound_share_statistic: {
    text: '_fivetran_id organization_entity',
    instant: '_fivetran_synced day',
    number: 'engagement',
    integer:
      'click_count comment_count comment_mentions_count impression_count like_count share_count share_mentions_count unique_impressions_count',
  },
  time_bound_page_statistic: {
    text: '_fivetran_id organization_entity',
    instant: '_fivetran_synced day',
    integer:
      'all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views all_unique_page_views all_desktop_unique_page_views all_mobile_unique_page_views overview_unique_page_views desktop_overview_unique_page_views mobile_overview_unique_page_views about_unique_page_views desktop_about_unique_page_views mobile_about_unique_page_views people_unique_page_views desktop_people_unique_page_views mobile_people_unique_page_views jobs_unique_page_views desktop_jobs_unique_page_views mobile_jobs_unique_page_views careers_unique_page_views desktop_careers_unique_page_views mobile_careers_unique_page_views life_at_unique_page_views desktop_life_at_unique_page_views mobile_life_at_unique_page_views insights_unique_page_views desktop_insights_unique_page_views mobile_insights_unique_page_views products_unique_page_views desktop_products_unique_page_views mobile_products_unique_page_views careers_page_banner_promo_clicks careers_page_employees_clicks careers_page_jobs_clicks careers_page_promo_links_clicks mobile_careers_page_employees_clicks mobile_careers_page_jobs_clicks mobile_careers_page_promo_links_clicks',
  },
  followers_by_association_type: {
    text: '_fivetran_id _organization_entity_urn association_type',
    instant: '_fivetran_synced',
    integer: 'follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  followers_by_function: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer: 'function_id follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_function: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer:
      'function_id all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  followers_by_geo: {
    text: '_fivetran_id _organization_entity_urn geo',
    instant: '_fivetran_synced',
    integer: 'follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_geo: {
    text: '_fivetran_id _organization_entity_urn geo',
    instant: '_fivetran_synced',
    integer:
      'all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  followers_by_geo_country: {
    text: '_fivetran_id _organization_entity_urn geo',
    instant: '_fivetran_synced',
    integer: 'follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_geo_country: {
    text: '_fivetran_id _organization_entity_urn geo',
    instant: '_fivetran_synced',
    integer:
      'all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  followers_by_industry: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer: 'industry_id follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_industry: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer:
      'industry_id all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  followers_by_seniority: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer: 'seniority_id follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_seniority: {
    text: '_fivetran_id _organization_entity_urn',
    instant: '_fivetran_synced',
    integer:
      'seniority_id all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  followers_by_staff_count_range: {
    text: '_fivetran_id _organization_entity_urn staff_count_range',
    instant: '_fivetran_synced',
    integer: 'follower_counts_organic_follower_count follower_counts_paid_follower_count',
  },
  page_statistic_by_staff_count_range: {
    text: '_fivetran_id _organization_entity_urn staff_count_range',
    instant: '_fivetran_synced',
    integer:
      'all_page_views all_desktop_page_views all_mobile_page_views overview_page_views desktop_overview_page_views mobile_overview_page_views about_page_views desktop_about_page_views mobile_about_page_views people_page_views desktop_people_page_views mobile_people_page_views jobs_page_views desktop_jobs_page_views mobile_jobs_page_views careers_page_views desktop_careers_page_views mobile_careers_page_views life_at_page_views desktop_life_at_page_views mobile_life_at_page_views insights_page_views desktop_insights_page_views mobile_insights_page_views products_page_views desktop_products_page_views mobile_products_page_views',
  },
  function: {
    integer: 'id',
    text: 'name',
    instant: '_fivetran_synced',
  },
  industry: {
    integer: 'id',
    text: 'name',
    instant: '_fivetran_synced',
  },
  seniority: {
    integer: 'id',
    text: 'name',
    instant: '_fivetran_synced',
  },
  geo: {
    integer: 'id',
    text: 'value',
    instant: '_fivetran_synced',
  },
};
