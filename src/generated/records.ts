// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.

/**
 * Number of followers of each page of benchmark_organization_ids at the time of the run: any page, no role on it is needed. LinkedIn keeps no history of it: snapshot_history builds one. The names are null where LinkedIn does not tell them.
 */
export interface BenchmarkFollowerCountRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Name of the page, as organizationsLookup tells it.
   */
  localizedName: null | string;
  /**
   * Name of the page in its address, as organizationsLookup tells it.
   */
  vanityName: null | string;
  /**
   * Followers of the page at the time of the call.
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

/**
 * Comments on posts, replies included. Read again for posts whose number of comments has changed since the last read, and for all posts with comments every social_full_refresh_days. Until then, an edited comment goes unnoticed, and so does one that was deleted while another was written.
 */
export interface CommentsRecord {
  /**
   * URN of the comment.
   */
  commentUrn: string;
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Number of the comment, beyond 2^53.
   */
  id: null | string;
  /**
   * $URN, in older answers.
   */
  urn: null | string;
  /**
   * URN of the author.
   */
  actor: null | string;
  /**
   * URN of the member who acted for an organization.
   */
  agent: null | string;
  /**
   * URN of the activity or post.
   */
  object: null | string;
  /**
   * URN of the comment replied to.
   */
  parentComment: null | string;
  /**
   * Text of the comment.
   */
  message: {
    /**
     * Text.
     */
    text: null | string;
    /**
     * Mentions and links in the text.
     */
    attributes: null | (null | {})[];
  };
  /**
   * When it was written.
   */
  created: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * When it was changed last.
   */
  lastModified: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * Images.
   */
  content:
    | null
    | (null | {
        type?: null | string;
        url?: null | string;
        entity?: null | {
          digitalmediaAsset?: null | string;
          image?: null | string;
        };
      })[];
  /**
   * Likes of the comment.
   */
  likesSummary: {
    /**
     * Some likes.
     */
    selectedLikes: null | (null | string)[];
    /**
     * Likes in all.
     */
    aggregatedTotalLikes: null | number;
    /**
     * Whether the member likes it.
     */
    likedByCurrentUser: null | boolean;
    /**
     * Likes.
     */
    totalLikes: null | number;
  };
  /**
   * Replies to the comment.
   */
  commentsSummary: {
    /**
     * Some replies.
     */
    selectedComments: null | (null | string)[];
    /**
     * Replies.
     */
    totalFirstLevelComments: null | number;
    /**
     * Replies in all.
     */
    aggregatedTotalComments: null | number;
  };
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Countries, which facets no longer refer to. LinkedIn has retired the resource; most apps get 404.
 */
export interface CountriesRecord {
  /**
   * Country code.
   */
  id: string;
  /**
   * $URN, or composed from the id.
   */
  urn: null | string;
  /**
   * Country code.
   */
  countryCode: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  name: {
    /**
     * Locale of the value.
     */
    locale: {
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
     * Name.
     */
    value: null | string;
    /**
     * Name by locale.
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
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Followers of each page by association, for instance its employees. From the answer of follower_statistics.
 */
export interface FollowerCountsByAssociationTypeRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Association, for instance EMPLOYEE; UNSPECIFIED where LinkedIn leaves it out.
   */
  associationType: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by job function. From the answer of follower_statistics; the members without one are in none.
 */
export interface FollowerCountsByFunctionRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Job function URN; UNSPECIFIED where LinkedIn leaves it out.
   */
  function: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  function_name: null | string;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by area. From the answer of follower_statistics, at most the top 100.
 */
export interface FollowerCountsByGeoRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Geo URN of the area; UNSPECIFIED where LinkedIn leaves it out.
   */
  geo: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  geo_name: null | string;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by country. From the answer of follower_statistics, at most the top 100.
 */
export interface FollowerCountsByGeoCountryRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Geo URN of the country; UNSPECIFIED where LinkedIn leaves it out.
   */
  geo: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  geo_name: null | string;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by industry. From the answer of follower_statistics, at most the top 100.
 */
export interface FollowerCountsByIndustryRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Industry URN; UNSPECIFIED where LinkedIn leaves it out.
   */
  industry: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  industry_name: null | string;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by seniority. From the answer of follower_statistics; the members without one are in none.
 */
export interface FollowerCountsBySeniorityRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Seniority URN; UNSPECIFIED where LinkedIn leaves it out.
   */
  seniority: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  seniority_name: null | string;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by the size of their company. From the answer of follower_statistics.
 */
export interface FollowerCountsByStaffCountRangeRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Company size, for instance SIZE_11_TO_50; UNSPECIFIED where LinkedIn leaves it out.
   */
  staffCountRange: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Followers of that kind.
   */
  followerCounts: {
    /**
     * Followers; paid ones are included.
     */
    organicFollowerCount: null | number;
    /**
     * Followers gained by advertising; LinkedIn advises to ignore it.
     */
    paidFollowerCount: null | number;
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
 * Followers of each page by association, seniority, function, industry, company size, country and area. At most the top 100 values of each, without members who have none, so they do not add up to the number of followers; organicFollowerCount includes paidFollowerCount.
 */
export interface FollowerStatisticsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Numeric id of the organization.
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
   * Numeric id of the organization.
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
 * Job functions, the names behind their URNs.
 */
export interface FunctionsRecord {
  /**
   * Number in the URN.
   */
  id: number;
  /**
   * $URN, or composed from the id.
   */
  urn: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  name: {
    /**
     * Name by locale.
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
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * Whether it sums up others; older answers only.
   */
  rollup: null | boolean;
  /**
   * Numbers of those it is summed up in; older answers only.
   */
  rollupIds: null | (null | number)[];
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Countries and areas that the selected statistics mention, the names behind their geo URNs. Each is asked for once a run.
 */
export interface GeosRecord {
  /**
   * Number in the URN.
   */
  id: number;
  /**
   * urn:li:geo:N.
   */
  urn: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  defaultLocalizedName: {
    /**
     * Locale of the value.
     */
    locale: {
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
     * Name.
     */
    value: null | string;
  };
  /**
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Industries of LinkedIn's current taxonomy, the names behind their URNs.
 */
export interface IndustriesRecord {
  /**
   * Number in the URN.
   */
  id: number;
  /**
   * $URN, or composed from the id.
   */
  urn: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  name: {
    /**
     * Name by locale.
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
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * Number of the industry above.
   */
  parentId: null | number;
  /**
   * URNs of the industries below.
   */
  childrenIndustries: null | (null | string)[];
  /**
   * Whether it sums up others; older answers only.
   */
  rollup: null | boolean;
  /**
   * Numbers of those it is summed up in; older answers only.
   */
  rollupIds: null | (null | number)[];
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Likes of posts. Read again for posts whose number of reactions has changed since the last read, and for all posts with reactions every social_full_refresh_days. LinkedIn says nothing here about the kind of reaction: see reactions.
 */
export interface LikesRecord {
  /**
   * $URN, or composed of actor and object.
   */
  urn: string;
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * URN of who likes it.
   */
  actor: null | string;
  /**
   * URN of the member who acted for an organization.
   */
  agent: null | string;
  /**
   * URN of the activity or post.
   */
  object: null | string;
  /**
   * When.
   */
  created: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * When it was changed last.
   */
  lastModified: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
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
 * What others did about the pages: mentions in posts and comments, comments on posts of the page, their edits and deletions, likes and shares. LinkedIn keeps them for 60 days, and leaves the decorations of what is gone out. What members do may be stored for 48 hours by LinkedIn's terms, other members' profile data for 24.
 */
export interface NotificationsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organizationalEntity: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Number of the notification.
   */
  notificationId: number;
  /**
   * LIKE, COMMENT, SHARE, SHARE_MENTION, COMMENT_MENTION, ADMIN_COMMENT, COMMENT_EDIT or COMMENT_DELETE; LinkedIn may add others.
   */
  action: null | string;
  /**
   * When it happened.
   */
  lastModifiedAt: null | string;
  /**
   * URN of the post that it is about, `id` in posts; of a mention, of somebody else's post. Null where LinkedIn names the activity only.
   */
  post: null | string;
  /**
   * URN of the author of that post.
   */
  post_owner: null | string;
  /**
   * Text of that post.
   */
  post_text: null | string;
  /**
   * URN of the comment that it is about, `commentUrn` in comments.
   */
  comment: null | string;
  /**
   * URN of who did it: author of the comment or post, or who likes it.
   */
  actor: null | string;
  /**
   * Text of the comment, or of the post that shares or mentions.
   */
  text: null | string;
  /**
   * URN of the activity or post that it is about.
   */
  sourcePost: null | string;
  /**
   * URN of what came of it: a comment, a post, a like.
   */
  generatedActivity: null | string;
  /**
   * URN of the member who is notified.
   */
  subscriber: null | string;
  /**
   * The post that it is about, as LinkedIn sends it.
   */
  decoratedSourcePost: null | {};
  /**
   * What came of it, as LinkedIn sends it.
   */
  decoratedGeneratedActivity: null | {};
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
   * Numeric id of the organization.
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
   * Numeric id of the organization.
   */
  id: number;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
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
 * Views of each page by section and device, and by seniority, function, industry, company size, country and area of the viewers. Desktop and mobile may sum to less than all; LinkedIn gives no unique views and mostly no clicks over the lifetime. The former facets by industry, country and region stay in their lists where an answer still has them.
 */
export interface PageStatisticsRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  views: PageViews;
  clicks: PageClicks;
  /**
   * Views by seniority URN.
   */
  pageStatisticsBySeniority:
    | null
    | (null | {
        seniority?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by job function URN.
   */
  pageStatisticsByFunction:
    | null
    | (null | {
        function?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by company size.
   */
  pageStatisticsByStaffCountRange:
    | null
    | (null | {
        staffCountRange?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by industry URN.
   */
  pageStatisticsByIndustryV2:
    | null
    | (null | {
        industryV2?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by country, a geo URN.
   */
  pageStatisticsByGeoCountry:
    | null
    | (null | {
        geo?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by area, a geo URN.
   */
  pageStatisticsByGeo:
    | null
    | (null | {
        geo?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by targeted page.
   */
  pageStatisticsByTargetedContent:
    | null
    | (null | {
        targetedContent?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by industry URN, older answers only.
   */
  pageStatisticsByIndustry:
    | null
    | (null | {
        industry?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by country URN, older answers only.
   */
  pageStatisticsByCountry:
    | null
    | (null | {
        country?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
        };
      })[];
  /**
   * Views by region URN, older answers only.
   */
  pageStatisticsByRegion:
    | null
    | (null | {
        region?: null | string;
        pageStatistics?: null | {
          views?: AsSent<PageViews>;
          clicks?: null | {};
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
 * Views of each page by job function of the viewers. From the answer of page_statistics.
 */
export interface PageStatisticsByFunctionRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Job function URN; UNSPECIFIED where LinkedIn leaves it out.
   */
  function: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  function_name: null | string;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by area of the viewers. From the answer of page_statistics, where only allPageViews is given.
 */
export interface PageStatisticsByGeoRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Geo URN of the area; UNSPECIFIED where LinkedIn leaves it out.
   */
  geo: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  geo_name: null | string;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by country of the viewers. From the answer of page_statistics, where only allPageViews is given.
 */
export interface PageStatisticsByGeoCountryRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Geo URN of the country; UNSPECIFIED where LinkedIn leaves it out.
   */
  geo: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  geo_name: null | string;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by industry of the viewers. From the answer of page_statistics, where only allPageViews is given; LinkedIn calls the facet industryV2.
 */
export interface PageStatisticsByIndustryRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Industry URN, industryV2 in the answer; UNSPECIFIED where LinkedIn leaves it out.
   */
  industry: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  industry_name: null | string;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by seniority of the viewers. From the answer of page_statistics.
 */
export interface PageStatisticsBySeniorityRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Seniority URN; UNSPECIFIED where LinkedIn leaves it out.
   */
  seniority: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Its name, where names are resolved.
   */
  seniority_name: null | string;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by the size of the viewers' company. From the answer of page_statistics.
 */
export interface PageStatisticsByStaffCountRangeRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Company size, for instance SIZE_11_TO_50; UNSPECIFIED where LinkedIn leaves it out.
   */
  staffCountRange: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of each page by the targeted version of it. From the answer of page_statistics; often there are none.
 */
export interface PageStatisticsByTargetedContentRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Targeted page; UNSPECIFIED where LinkedIn leaves it out.
   */
  targetedContent: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  views: PageViews;
  clicks: PageClicks;
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
 * Views of and clicks on each page, by day or month. Which counters have unique views varies; clicks on the careers page are in older answers only. The numbers of recent days still change.
 */
export interface PageStatisticsTimeBoundRecord {
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * First instant of the bucket, UTC, inclusive.
   */
  time_range_start: string;
  /**
   * End of the bucket, UTC, exclusive.
   */
  time_range_end: string;
  /**
   * Numeric id of the organization.
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
  views: PageViews;
  clicks: PageClicks;
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
 * Number of reactions by type and of comments of each post, organic and sponsored. Posts changed in the last 12 months, on every run.
 */
export interface PostSocialMetadataRecord {
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * URN of the activity behind the post.
   */
  entity: null | string;
  /**
   * Number of reactions by type, as LinkedIn sends it.
   */
  reactionSummaries: null | {};
  /**
   * Reactions of all types.
   */
  reaction_count: null | number;
  /**
   * Number of comments.
   */
  commentSummary: {
    /**
     * Comments, replies included.
     */
    count: null | number;
    /**
     * Comments without replies.
     */
    topLevelCount: null | number;
  };
  /**
   * OPEN or CLOSED.
   */
  commentsState: null | string;
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
 * Impressions, clicks, reactions, comments and shares of each post, over its lifetime. Posts changed in the last 12 months, on every run. LinkedIn leaves out posts without activity: one younger than 60 days gets zeros with is_imputed, an older one no row, because it may be left out for its age; the log counts them.
 */
export interface PostStatisticsRecord {
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
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
   * true: LinkedIn left the post out, which it documents as no activity; the zeros are ours.
   */
  is_imputed: boolean;
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
 * Posts of each page with their text, media, polls and state. Newest change first, down to the bookmark; direct sponsored posts come along (adContext.isDsc); a deleted post vanishes from LinkedIn's answers without a trace. Every posts_full_refresh_days all posts are read again.
 */
export interface PostsRecord {
  /**
   * URN of the post, urn:li:share:… or urn:li:ugcPost:….
   */
  id: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  author: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * Last change; bookmarks hold its latest value.
   */
  lastModifiedAt: null | string;
  /**
   * Creation.
   */
  createdAt: null | string;
  /**
   * Publication; null for drafts.
   */
  publishedAt: null | string;
  /**
   * PUBLISHED, DRAFT, PUBLISH_REQUESTED or PUBLISH_FAILED.
   */
  lifecycleState: null | string;
  /**
   * More on the state.
   */
  lifecycleStateInfo: {
    /**
     * Whether it was edited.
     */
    isEditedByAuthor: null | boolean;
    /**
     * State of the content.
     */
    contentStatus: null | string;
    /**
     * State of the review.
     */
    reviewStatus: null | string;
  };
  /**
   * PUBLIC, CONNECTIONS, LOGGED_IN or CONTAINER.
   */
  visibility: null | string;
  /**
   * Text in LinkedIn's little text format.
   */
  commentary: null | string;
  /**
   * Hashtags in the commentary, without #.
   */
  hashtags: null | (null | string)[];
  /**
   * Members and organizations mentioned in the commentary.
   */
  mentions:
    | null
    | (null | {
        name?: null | string;
        urn?: null | string;
      })[];
  /**
   * Address of the post.
   */
  permalink: null | string;
  /**
   * Where it is shown.
   */
  distribution: {
    /**
     * MAIN_FEED, or NONE for a post seen as an advertisement only.
     */
    feedDistribution: null | string;
    /**
     * Audiences it was targeted at.
     */
    targetEntities:
      | null
      | (null | {
          degrees?: null | (null | string)[];
          fieldsOfStudy?: null | (null | string)[];
          industries?: null | (null | string)[];
          interfaceLocales?:
            | null
            | (null | {
                country?: null | string;
                language?: null | string;
              })[];
          jobFunctions?: null | (null | string)[];
          geoLocations?: null | (null | string)[];
          schools?: null | (null | string)[];
          seniorities?: null | (null | string)[];
          staffCountRanges?: null | (null | string)[];
        })[];
    /**
     * Other networks.
     */
    thirdPartyDistributionChannels: null | (null | string)[];
  };
  /**
   * Whether reposting is off.
   */
  isReshareDisabledByAuthor: null | boolean;
  /**
   * What the post holds beside its text; all empty for a text.
   */
  content: {
    /**
     * One image, video or document.
     */
    media: {
      /**
       * URN of the image, video or document.
       */
      id: null | string;
      /**
       * Title.
       */
      title: null | string;
      /**
       * Alternative text.
       */
      altText: null | string;
    };
    /**
     * A link.
     */
    article: {
      /**
       * Address.
       */
      source: null | string;
      /**
       * Title.
       */
      title: null | string;
      /**
       * Description.
       */
      description: null | string;
      /**
       * URN of the thumbnail.
       */
      thumbnail: null | string;
      /**
       * Alternative text.
       */
      thumbnailAltText: null | string;
    };
    /**
     * Several images.
     */
    multiImage: {
      /**
       * Images.
       */
      images:
        | null
        | (null | {
            id?: null | string;
            altText?: null | string;
          })[];
      /**
       * Alternative text.
       */
      altText: null | string;
    };
    /**
     * A poll.
     */
    poll: {
      /**
       * Question.
       */
      question: null | string;
      /**
       * Options with their votes.
       */
      options:
        | null
        | (null | {
            text?: null | string;
            voteCount?: null | number;
            isVotedByViewer?: null | boolean;
          })[];
      /**
       * Settings.
       */
      settings: {
        /**
         * For instance SEVEN_DAYS.
         */
        duration: null | string;
        /**
         * For instance SINGLE_VOTE.
         */
        voteSelectionType: null | string;
        /**
         * Whether voters are shown to the author.
         */
        isVoterVisibleToAuthor: null | boolean;
      };
      /**
       * Members who voted.
       */
      uniqueVotersCount: null | number;
    };
    /**
     * A carousel.
     */
    carousel: {
      /**
       * Cards.
       */
      cards:
        | null
        | (null | {
            media?: null | {
              id?: null | string;
              title?: null | string;
              altText?: null | string;
            };
            landingPage?: null | string;
          })[];
    };
    /**
     * A reference, for instance to an event.
     */
    reference: {
      /**
       * URN of what it refers to.
       */
      id: null | string;
    };
    /**
     * A celebration.
     */
    celebration: {
      /**
       * URNs of those celebrated.
       */
      recipient: null | (null | string)[];
      /**
       * Text.
       */
      text: null | string;
      /**
       * Kind.
       */
      type: null | string;
      /**
       * Image.
       */
      media: null | {};
    };
  };
  /**
   * Only of reshares.
   */
  reshareContext: {
    /**
     * URN of the post reshared.
     */
    parent: null | string;
    /**
     * URN of the first post of the chain.
     */
    root: null | string;
  };
  /**
   * Only of sponsored posts.
   */
  adContext: {
    /**
     * Whether it is a direct sponsored ("dark") post.
     */
    isDsc: null | boolean;
    /**
     * URN of the ad account.
     */
    dscAdAccount: null | string;
    /**
     * Kind of advertisement.
     */
    dscAdType: null | string;
    /**
     * Name.
     */
    dscName: null | string;
    /**
     * State.
     */
    dscStatus: null | string;
    /**
     * Objective.
     */
    objective: null | string;
  };
  /**
   * Landing page of a sponsored post.
   */
  contentLandingPage: null | string;
  /**
   * Label of its button.
   */
  contentCallToActionLabel: null | string;
  /**
   * Container, rare.
   */
  container: null | string;
  /**
   * Origin, rare.
   */
  origin: null | string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Reactions of every kind to posts. Read again for posts whose number of reactions has changed since the last read, and for all posts with reactions every social_full_refresh_days. Until then, a like that became another kind goes unnoticed.
 */
export interface ReactionsRecord {
  /**
   * URN of the reaction.
   */
  id: string;
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
   */
  organization_id: number;
  /**
   * LIKE, PRAISE, EMPATHY, INTEREST, APPRECIATION, ENTERTAINMENT or MAYBE.
   */
  reactionType: null | string;
  /**
   * URN of the activity.
   */
  root: null | string;
  /**
   * When.
   */
  created: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
    /**
     * Instant.
     */
    time: null | string;
  };
  /**
   * When it was changed last.
   */
  lastModified: {
    /**
     * URN of the member or organization.
     */
    actor: null | string;
    /**
     * URN of the member who acted for the organization.
     */
    impersonator: null | string;
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
 * Regions, which facets no longer refer to. LinkedIn has retired the resource; most apps get 404.
 */
export interface RegionsRecord {
  /**
   * Number in the URN.
   */
  id: number;
  /**
   * $URN, or composed from the id.
   */
  urn: null | string;
  /**
   * Country code.
   */
  countryCode: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  name: {
    /**
     * Locale of the value.
     */
    locale: {
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
     * Name.
     */
    value: null | string;
    /**
     * Name by locale.
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
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * URN of its country, where LinkedIn sends it.
   */
  country: null | string;
  /**
   * Fields that LinkedIn sent and this schema does not know, and values of another type than declared, keyed by dotted path.
   */
  additional_fields: null | {};
}

/**
 * Seniorities, the names behind their URNs.
 */
export interface SenioritiesRecord {
  /**
   * Number in the URN.
   */
  id: number;
  /**
   * $URN, or composed from the id.
   */
  urn: null | string;
  /**
   * Name, as LinkedIn sends it.
   */
  name: {
    /**
     * Name by locale.
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
   * Name in the locale asked for.
   */
  name_text: null | string;
  /**
   * Whether it sums up others; older answers only.
   */
  rollup: null | boolean;
  /**
   * Numbers of those it is summed up in; older answers only.
   */
  rollupIds: null | (null | number)[];
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
   * Numeric id of the organization.
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
   * Numeric id of the organization.
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
   * Numeric id of the organization.
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

/**
 * Plays, viewers and time watched of the videos in posts, by day. Only of posts with a ugcPost URN that hold a video, and that changed in the last 12 months; LinkedIn drops plays and viewers after six months.
 */
export interface VideoStatisticsRecord {
  /**
   * URN of the post that holds the video.
   */
  entity: string;
  /**
   * VIDEO_VIEW, VIEWER, TIME_WATCHED or TIME_WATCHED_FOR_VIDEO_VIEWS.
   */
  statistics_type: string;
  /**
   * First instant of the bucket, UTC, inclusive.
   */
  time_range_start: string;
  /**
   * End of the bucket, UTC, exclusive.
   */
  time_range_end: string;
  /**
   * URN of the post, `id` in posts.
   */
  post: string;
  /**
   * URN of the organization, urn:li:organization:N.
   */
  organization: string;
  /**
   * Numeric id of the organization.
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
   * Plays, viewers, or milliseconds watched.
   */
  value: null | number;
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
 * Clicks on the page.
 */
export interface PageClicks {
  /**
   * Clicks on the custom button, desktop.
   */
  desktopCustomButtonClickCounts:
    | null
    | (null | {
        customButtonType?: null | string;
        clicks?: null | number;
      })[];
  /**
   * Clicks on the custom button, mobile.
   */
  mobileCustomButtonClickCounts:
    | null
    | (null | {
        customButtonType?: null | string;
        clicks?: null | number;
      })[];
  /**
   * Older answers only.
   */
  careersPageClicks: {
    /**
     * Clicks on promotion links.
     */
    careersPagePromoLinksClicks: null | number;
    /**
     * Clicks on the banner.
     */
    careersPageBannerPromoClicks: null | number;
    /**
     * Clicks on jobs.
     */
    careersPageJobsClicks: null | number;
    /**
     * Clicks on employees.
     */
    careersPageEmployeesClicks: null | number;
  };
  /**
   * Older answers only.
   */
  mobileCareersPageClicks: {
    /**
     * Clicks on jobs.
     */
    careersPageJobsClicks: null | number;
    /**
     * Clicks on promotion links.
     */
    careersPagePromoLinksClicks: null | number;
    /**
     * Clicks on employees.
     */
    careersPageEmployeesClicks: null | number;
  };
}

/**
 * Views of the page by section and device; desktop and mobile may sum to less than all.
 */
export interface PageViews {
  /**
   * Of all pages.
   */
  allPageViews: ViewCounts;
  /**
   * Of all pages on desktop.
   */
  allDesktopPageViews: ViewCounts;
  /**
   * Of all pages on mobile.
   */
  allMobilePageViews: ViewCounts;
  /**
   * Of the overview page.
   */
  overviewPageViews: ViewCounts;
  /**
   * Of the overview page on desktop.
   */
  desktopOverviewPageViews: ViewCounts;
  /**
   * Of the overview page on mobile.
   */
  mobileOverviewPageViews: ViewCounts;
  /**
   * Of the about page.
   */
  aboutPageViews: ViewCounts;
  /**
   * Of the about page on desktop.
   */
  desktopAboutPageViews: ViewCounts;
  /**
   * Of the about page on mobile.
   */
  mobileAboutPageViews: ViewCounts;
  /**
   * Of the people page.
   */
  peoplePageViews: ViewCounts;
  /**
   * Of the people page on desktop.
   */
  desktopPeoplePageViews: ViewCounts;
  /**
   * Of the people page on mobile.
   */
  mobilePeoplePageViews: ViewCounts;
  /**
   * Of the jobs page.
   */
  jobsPageViews: ViewCounts;
  /**
   * Of the jobs page on desktop.
   */
  desktopJobsPageViews: ViewCounts;
  /**
   * Of the jobs page on mobile.
   */
  mobileJobsPageViews: ViewCounts;
  /**
   * Of the careers pages.
   */
  careersPageViews: ViewCounts;
  /**
   * Of the careers pages on desktop.
   */
  desktopCareersPageViews: ViewCounts;
  /**
   * Of the careers pages on mobile.
   */
  mobileCareersPageViews: ViewCounts;
  /**
   * Of the life page.
   */
  lifeAtPageViews: ViewCounts;
  /**
   * Of the life page on desktop.
   */
  desktopLifeAtPageViews: ViewCounts;
  /**
   * Of the life page on mobile.
   */
  mobileLifeAtPageViews: ViewCounts;
  /**
   * Of the insights page.
   */
  insightsPageViews: ViewCounts;
  /**
   * Of the insights page on desktop.
   */
  desktopInsightsPageViews: ViewCounts;
  /**
   * Of the insights page on mobile.
   */
  mobileInsightsPageViews: ViewCounts;
  /**
   * Of the products page.
   */
  productsPageViews: ViewCounts;
  /**
   * Of the products page on desktop.
   */
  desktopProductsPageViews: ViewCounts;
  /**
   * Of the products page on mobile.
   */
  mobileProductsPageViews: ViewCounts;
}

/**
 * Views, and unique ones.
 */
interface ViewCounts {
  /**
   * Views.
   */
  pageViews: null | number;
  /**
   * Unique views; LinkedIn gives them for some counters only.
   */
  uniquePageViews: null | number;
}

/** The record of each stream. */
export interface RecordsByStream {
  benchmark_follower_count: BenchmarkFollowerCountRecord;
  comments: CommentsRecord;
  countries: CountriesRecord;
  follower_counts_by_association_type: FollowerCountsByAssociationTypeRecord;
  follower_counts_by_function: FollowerCountsByFunctionRecord;
  follower_counts_by_geo: FollowerCountsByGeoRecord;
  follower_counts_by_geo_country: FollowerCountsByGeoCountryRecord;
  follower_counts_by_industry: FollowerCountsByIndustryRecord;
  follower_counts_by_seniority: FollowerCountsBySeniorityRecord;
  follower_counts_by_staff_count_range: FollowerCountsByStaffCountRangeRecord;
  follower_statistics: FollowerStatisticsRecord;
  follower_statistics_time_bound: FollowerStatisticsTimeBoundRecord;
  functions: FunctionsRecord;
  geos: GeosRecord;
  industries: IndustriesRecord;
  likes: LikesRecord;
  notifications: NotificationsRecord;
  organization_acls: OrganizationAclsRecord;
  organization_lookup: OrganizationLookupRecord;
  page_statistics: PageStatisticsRecord;
  page_statistics_by_function: PageStatisticsByFunctionRecord;
  page_statistics_by_geo: PageStatisticsByGeoRecord;
  page_statistics_by_geo_country: PageStatisticsByGeoCountryRecord;
  page_statistics_by_industry: PageStatisticsByIndustryRecord;
  page_statistics_by_seniority: PageStatisticsBySeniorityRecord;
  page_statistics_by_staff_count_range: PageStatisticsByStaffCountRangeRecord;
  page_statistics_by_targeted_content: PageStatisticsByTargetedContentRecord;
  page_statistics_time_bound: PageStatisticsTimeBoundRecord;
  post_social_metadata: PostSocialMetadataRecord;
  post_statistics: PostStatisticsRecord;
  posts: PostsRecord;
  reactions: ReactionsRecord;
  regions: RegionsRecord;
  seniorities: SenioritiesRecord;
  share_statistics: ShareStatisticsRecord;
  share_statistics_time_bound: ShareStatisticsTimeBoundRecord;
  total_follower_count: TotalFollowerCountRecord;
  video_statistics: VideoStatisticsRecord;
}

/** Within the items of a list: LinkedIn may have left out any field. */
type AsSent<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? null | { [Name in keyof T]?: AsSent<T[Name]> }
    : T;
