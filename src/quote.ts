/** The text, shortened to `longest` characters. */
export function cutShort(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Foreign text for a message: shortened, with control characters escaped. */
export function quote(text: string, longest: number): string {
  return JSON.stringify(cutShort(text, longest));
}
