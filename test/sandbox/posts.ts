import type { Post, Sandbox } from '../../src/sandbox/index.js';
import { call, NORTHWIND, type Body, type Reply } from './client.js';

/** URL of the posts finder, with further parameters. */
export function postsUrl(query = '', of = NORTHWIND): string {
  return `/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A${of}${query}`;
}

export async function listPosts(sandbox: Sandbox, url: string): Promise<readonly Post[]> {
  return (await call(sandbox, url)).json.elements as readonly (Element & Post)[];
}

type Element = Body['elements'][number];

/** Follows the next links of a finder to the end: the pages, in their order. */
export async function walk(sandbox: Sandbox, first: string): Promise<Body[]> {
  const pages: Body[] = [];
  for (let next: string | undefined = first; next !== undefined;) {
    const { json }: Reply = await call(sandbox, next);
    pages.push(json);
    next = json.paging.links[0]?.href;
  }
  return pages;
}

/** The raw list of URNs, each encoded. */
export function list(urns: readonly string[]): string {
  return `List(${urns.map(encodeURIComponent).join(',')})`;
}
