// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.

/**
 * Followers of each page by association, seniority, function, industry, company size, country and area. At most the top 100 values of each, without the members who have none, so that no sum of them is the number of followers; organicFollowerCount includes paidFollowerCount.
 */
export interface FollowerStatisticsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * Followers by association (EMPLOYEE, or none), at most the top 100.
   */
  followerCountsByAssociationType:
    | null
    | (null | {
        associationType?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by seniority URN, at most the top 100.
   */
  followerCountsBySeniority:
    | null
    | (null | {
        seniority?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by job function URN, at most the top 100.
   */
  followerCountsByFunction:
    | null
    | (null | {
        function?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by industry URN, at most the top 100.
   */
  followerCountsByIndustry:
    | null
    | (null | {
        industry?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by company size, at most the top 100.
   */
  followerCountsByStaffCountRange:
    | null
    | (null | {
        staffCountRange?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by country, a geo URN, at most the top 100.
   */
  followerCountsByGeoCountry:
    | null
    | (null | {
        geo?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * Followers by area, a geo URN, at most the top 100.
   */
  followerCountsByGeo:
    | null
    | (null | {
        geo?: null | string;
        followerCounts?: null | {
          organicFollowerCount?: null | number;
          paidFollowerCount?: null | number;
        };
      })[];
  /**
   * UTC day of the run that read these numbers.
   */
  snapshot_date: string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Followers gained by each page, by day or month. Served for the last 12 months and two days late; LinkedIn does not say whether members who left are subtracted.
 */
export interface FollowerStatisticsTimeBoundRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * First instant of the bucket, UTC, inclusive.
   */
  time_range_start: string;
  /**
   * End of the bucket, UTC, exclusive.
   */
  time_range_end: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * LinkedIn's own bucket limits.
   */
  timeRange: {
    /**
     * First instant of the bucket, UTC, inclusive.
     */
    start: string;
    /**
     * End of the bucket, UTC, exclusive; bookmarks hold its latest value.
     */
    end: string;
  };
  /**
   * Change of the number of followers in the bucket.
   */
  followerGains: {
    /**
     * Followers gained without advertising; may be negative.
     */
    organicFollowerGain: null | number;
    /**
     * Followers gained by advertising.
     */
    paidFollowerGain: null | number;
  };
  /**
   * Length of the bucket.
   */
  time_granularity: "DAY" | "MONTH";
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Roles that the token's member holds on pages, in every state. They are not narrowed by organization_ids; other members' roles are not among them.
 */
export interface OrganizationAclsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Role of the member on the page, for instance ADMINISTRATOR.
   */
  role: string;
  /**
   * URN of the member, urn:li:person:…; differs per app.
   */
  roleAssignee: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * APPROVED, REQUESTED, REJECTED or REVOKED.
   */
  state: null | string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Profile of each page: names, description, website, industries, locations, pictures. LinkedIn leaves out what a page has not filled in.
 */
export interface OrganizationLookupRecord {
  /**
   * Number of the organization.
   */
  id: number;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * $URN as LinkedIn sends it, else composed from the id.
   */
  urn: null | string;
  /**
   * Name in the address of the page.
   */
  vanityName: null | string;
  /**
   * Name in the default locale.
   */
  localizedName: null | string;
  /**
   * Name by locale.
   */
  name: {
    /**
     * Text by locale, for instance en_US.
     */
    localized: null | {};
    /**
     * Locale shown first.
     */
    preferredLocale: {
      /**
       * Country code.
       */
      country: null | string;
      /**
       * Language code.
       */
      language: null | string;
    };
  };
  /**
   * Description in the default locale.
   */
  localizedDescription: null | string;
  /**
   * Description by locale.
   */
  description: {
    /**
     * Text by locale, for instance en_US.
     */
    localized: null | {};
    /**
     * Locale shown first.
     */
    preferredLocale: {
      /**
       * Country code.
       */
      country: null | string;
      /**
       * Language code.
       */
      language: null | string;
    };
  };
  /**
   * Website in the default locale.
   */
  localizedWebsite: null | string;
  /**
   * Website by locale.
   */
  website: {
    /**
     * Text by locale, for instance en_US.
     */
    localized: null | {};
    /**
     * Locale shown first.
     */
    preferredLocale: {
      /**
       * Country code.
       */
      country: null | string;
      /**
       * Language code.
       */
      language: null | string;
    };
  };
  /**
   * URNs of its industries.
   */
  industries: null | (null | string)[];
  /**
   * Specialties in the default locale.
   */
  localizedSpecialties: null | (null | string)[];
  /**
   * Specialties by locale.
   */
  specialties:
    | null
    | (null | {
        locale?: null | {
          country?: null | string;
          language?: null | string;
        };
        tags?: null | (null | string)[];
      })[];
  /**
   * Other names.
   */
  alternativeNames: null | (null | string)[];
  /**
   * URNs of its groups.
   */
  groups: null | (null | string)[];
  /**
   * Date of foundation, as precise as given.
   */
  foundedOn: {
    /**
     * Year.
     */
    year: null | number;
    /**
     * Month, 1 to 12.
     */
    month: null | number;
    /**
     * Day of the month.
     */
    day: null | number;
  };
  /**
   * For instance PRIVATELY_HELD, PUBLIC_COMPANY, NON_PROFIT.
   */
  organizationType: null | string;
  /**
   * For instance OPERATING, ACQUIRED.
   */
  organizationStatus: null | string;
  /**
   * For instance ACTIVE.
   */
  entityStatus: null | string;
  /**
   * For instance SIZE_11_TO_50.
   */
  staffCountRange: null | string;
  /**
   * NONE, BRAND (showcase page) or SCHOOL.
   */
  primaryOrganizationType: null | string;
  /**
   * Only of schools.
   */
  schoolAttributes: {
    /**
     * Place in the hierarchy of schools.
     */
    hierarchyClassification: null | string;
    /**
     * URN of the former school entity.
     */
    legacySchool: null | string;
    /**
     * Kind of school.
     */
    type: null | string;
    /**
     * Level of the school.
     */
    yearLevel: null | string;
  };
  /**
   * Only of showcase and affiliated pages.
   */
  parentRelationship: {
    /**
     * URN of the parent page.
     */
    parent: null | string;
    /**
     * For instance ACTIVE.
     */
    relationshipStatus: null | string;
    /**
     * Kind of relationship.
     */
    organizationRelationshipType: null | string;
  };
  /**
   * Locale of the localized… fields.
   */
  defaultLocale: {
    /**
     * Country code.
     */
    country: null | string;
    /**
     * Language code.
     */
    language: null | string;
  };
  /**
   * Locations; an address may be empty.
   */
  locations:
    | null
    | (null | {
        locationType?: null | string;
        localizedDescription?: null | string;
        description?: null | {
          localized?: null | {};
          preferredLocale?: null | {
            country?: null | string;
            language?: null | string;
          };
        };
        staffCountRange?: null | string;
        address?: null | {
          country?: null | string;
          geographicArea?: null | string;
          city?: null | string;
          line1?: null | string;
          line2?: null | string;
          postalCode?: null | string;
        };
        phoneNumber1?: null | {};
        geoLocation?: null | string;
      })[];
  /**
   * Logo.
   */
  logoV2: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Cover photo.
   */
  coverPhotoV2: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Overview photo.
   */
  overviewPhotoV2: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Logo, the former field.
   */
  logo: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Cover photo, the former field.
   */
  coverPhoto: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Overview photo, the former field.
   */
  overviewPhoto: {
    /**
     * URN of the image as uploaded.
     */
    original: null | string;
    /**
     * URN of the cropped image.
     */
    cropped: null | string;
    /**
     * Crop; all zeros when uncropped.
     */
    cropInfo: {
      /**
       * Left edge, pixels.
       */
      x: null | number;
      /**
       * Top edge, pixels.
       */
      y: null | number;
      /**
       * Width, pixels.
       */
      width: null | number;
      /**
       * Height, pixels.
       */
      height: null | number;
    };
  };
  /**
   * Version of the entry, a string of digits.
   */
  versionTag: null | string;
  /**
   * Whether LinkedIn created the page by itself.
   */
  autoCreated: null | boolean;
  /**
   * Who created the page, and when.
   */
  created: {
    /**
     * URN of the member.
     */
    actor: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * Who changed it last, and when; a marker, not a filter.
   */
  lastModified: {
    /**
     * URN of the member.
     */
    actor: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * Who deleted it, and when.
   */
  deleted: {
    /**
     * URN of the member.
     */
    actor: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Impressions, clicks, reactions, comments and shares of each page's posts, summed up. Organic activity only, of LinkedIn's rolling window of 12 months; likeCount may be negative, engagement above 1.
 */
export interface ShareStatisticsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * Organic activity on the posts of the organization.
   */
  totalShareStatistics: {
    /**
     * Times the posts were shown.
     */
    impressionCount: null | number;
    /**
     * Members they were shown to; LinkedIn leaves it out at times.
     */
    uniqueImpressionsCount: null | number;
    /**
     * Clicks on content, name or logo.
     */
    clickCount: null | number;
    /**
     * Reactions of every kind; negative when earlier ones were taken back.
     */
    likeCount: null | number;
    /**
     * Comments.
     */
    commentCount: null | number;
    /**
     * Reposts; daily and monthly buckets leave out instant reposts.
     */
    shareCount: null | number;
    /**
     * (clicks + likes + comments + shares) / impressions; may exceed 1 or be negative.
     */
    engagement: null | number;
    /**
     * Mentions of the organization in shares; lifetime answers only.
     */
    shareMentionsCount: null | number;
    /**
     * Mentions of the organization in comments; lifetime answers only.
     */
    commentMentionsCount: null | number;
  };
  /**
   * UTC day of the run that read these numbers.
   */
  snapshot_date: string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Impressions, clicks, reactions, comments and shares of each page's posts, by day or month. Organic activity only, of the last 12 months; the numbers of recent days still change, and shareCount is without instant reposts.
 */
export interface ShareStatisticsTimeBoundRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * First instant of the bucket, UTC, inclusive.
   */
  time_range_start: string;
  /**
   * End of the bucket, UTC, exclusive.
   */
  time_range_end: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * LinkedIn's own bucket limits.
   */
  timeRange: {
    /**
     * First instant of the bucket, UTC, inclusive.
     */
    start: string;
    /**
     * End of the bucket, UTC, exclusive; bookmarks hold its latest value.
     */
    end: string;
  };
  /**
   * Organic activity on the posts of the organization.
   */
  totalShareStatistics: {
    /**
     * Times the posts were shown.
     */
    impressionCount: null | number;
    /**
     * Members they were shown to; LinkedIn leaves it out at times.
     */
    uniqueImpressionsCount: null | number;
    /**
     * Clicks on content, name or logo.
     */
    clickCount: null | number;
    /**
     * Reactions of every kind; negative when earlier ones were taken back.
     */
    likeCount: null | number;
    /**
     * Comments.
     */
    commentCount: null | number;
    /**
     * Reposts; daily and monthly buckets leave out instant reposts.
     */
    shareCount: null | number;
    /**
     * (clicks + likes + comments + shares) / impressions; may exceed 1 or be negative.
     */
    engagement: null | number;
    /**
     * Mentions of the organization in shares; lifetime answers only.
     */
    shareMentionsCount: null | number;
    /**
     * Mentions of the organization in comments; lifetime answers only.
     */
    commentMentionsCount: null | number;
  };
  /**
   * Length of the bucket.
   */
  time_granularity: "DAY" | "MONTH";
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Number of followers of each page at the time of the run. LinkedIn keeps no history of it: snapshot_history builds one.
 */
export interface TotalFollowerCountRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Number of the organization.
   */
  organization_id: number;
  /**
   * Followers of the page at the time of the call: the only right total.
   */
  firstDegreeSize: null | number;
  /**
   * UTC day of the run that read these numbers.
   */
  snapshot_date: string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}
