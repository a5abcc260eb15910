/** What standardized URNs are called: filled as the names come, asked for by the rows. */
export class Names {
  readonly #names = new Map<string, string | null>();
  #isCutShort = false;

  of(urn: string): string | null {
    return this.#names.get(urn) ?? null;
  }

  /** Whether the name was looked for; it may have turned out that there is none. */
  has(urn: string): boolean {
    return this.#names.has(urn);
  }

  /** A limit kept a list of them from being read to its end: names may be missing. */
  cutShort(): void {
    this.#isCutShort = true;
  }

  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  set(urn: string, name: string | null): void {
    this.#names.set(urn, name);
  }
}
