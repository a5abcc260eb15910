const ORGANIZATION_URN = /^urn:li:organization(?:Brand)?:(\d+)$/;

export function organizationUrn(id: number | string): string {
  return `urn:li:organization:${id}`;
}

/**
 * The number in an organization's URN, or null for any other text. Since January 2024 showcase pages are organizations
 * too, under the number they had as `urn:li:organizationBrand:N`
 * (learn.microsoft.com/linkedin/marketing/integrations/recent-changes).
 */
export function organizationId(urn: string): number | null {
  const digits = ORGANIZATION_URN.exec(urn)?.[1];
  return digits === undefined ? null : Number(digits);
}
