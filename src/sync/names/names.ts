/** Names by standardized URN: added as they come, looked up by the rows. */
export class Names {
  readonly #names = new Map<string, string | null>();
  #isCutShort = false;

  of(urn: string): string | null {
    return this.#names.get(urn) ?? null;
  }

  /** Whether the name was looked up, even if none was found. */
  has(urn: string): boolean {
    return this.#names.has(urn);
  }

  /** Notes that a limit cut a list short: names may be missing. */
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
