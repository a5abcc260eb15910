/** The text, cut short. */
export function cutShort(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Words of somebody else's for a message: cut short, control characters escaped. */
export function quote(text: string, longest: number): string {
  return JSON.stringify(cutShort(text, longest));
}
