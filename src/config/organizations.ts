export interface ParsedOrganizations {
  /** `urn:li:organization:N`, without duplicates, in the given order. */
  readonly urns: readonly string[];
  /** Values that are not organization ids, with their index if a list was given. */
  readonly misfits: readonly { readonly index?: number; readonly value: unknown }[];
}

/** Parses a list, one value, a comma-separated string or a JSON string. */
export function parseOrganizations(value: unknown): ParsedOrganizations {
  const list: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? fromText(value) : [value];
  const urns = list.map(organizationUrn);
  return {
    urns: [...new Set(urns.filter((urn) => urn !== undefined))],
    misfits: list.flatMap((each, index) =>
      urns[index] ? [] : [{ value: each, ...(Array.isArray(value) && { index }) }],
    ),
  };
}

function fromText(text: string): readonly unknown[] {
  if (/^\s*["[]/.test(text)) {
    try {
      const parsed: unknown = JSON.parse(text);
      return Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
    } catch {
      return [text];
    }
  }
  return text.split(',').filter((part) => part.trim() !== '');
}

/** A page and a brand (showcase page) share one number space, and the API takes both as `organization`. */
const ORGANIZATION = /^(?:urn:li:organization(?:Brand)?:)?(\d+)$/;

/** One value as `urn:li:organization:N`; undefined if it is not an organization id. */
export function organizationUrn(value: unknown): string | undefined {
  const digits = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const id = Number(ORGANIZATION.exec(digits)?.[1]);
  return Number.isSafeInteger(id) && id > 0 ? `urn:li:organization:${id}` : undefined;
}
