export type PostType = 'share' | 'ugcPost';

/** One kind of post. */
export interface PostKind {
  readonly content: PostContent;
  readonly type: PostType;
  /** Only the author sees it: a draft, or a post whose publication failed. */
  readonly hidden?: 'DRAFT' | 'PUBLISH_FAILED';
  /** It has no views, comments or reactions. */
  readonly quiet?: boolean;
  /** It has no text of its own. */
  readonly plain?: boolean;
}

/** What a post contains besides its text. */
export type PostContent =
  | 'article'
  | 'image'
  | 'video'
  | 'document'
  | 'images'
  | 'poll'
  | 'nothing'
  | 'empty content'
  | 'reshare'
  | 'advertisement'
  | 'celebration'
  | 'carousel'
  | 'targeted image'
  | 'reference';

/** Posts cycle through these kinds by number. */
const KINDS: readonly PostKind[] = [
  { content: 'article', type: 'share' },
  { content: 'image', type: 'share' },
  { content: 'video', type: 'ugcPost' },
  { content: 'document', type: 'ugcPost' },
  { content: 'images', type: 'ugcPost' },
  { content: 'poll', type: 'ugcPost' },
  { content: 'nothing', type: 'share' },
  { content: 'empty content', type: 'share' },
  { content: 'reshare', type: 'share', plain: true },
  { content: 'advertisement', type: 'share', quiet: true },
  { content: 'nothing', type: 'share', hidden: 'DRAFT', quiet: true },
  { content: 'celebration', type: 'ugcPost' },
  { content: 'carousel', type: 'share' },
  { content: 'reshare', type: 'share' },
  { content: 'video', type: 'ugcPost' },
  { content: 'video', type: 'ugcPost', quiet: true },
  { content: 'nothing', type: 'share', quiet: true },
  { content: 'targeted image', type: 'share' },
  { content: 'reference', type: 'ugcPost' },
  { content: 'image', type: 'share', hidden: 'PUBLISH_FAILED', quiet: true },
];

export function kindOf(index: number): PostKind {
  return KINDS[index % KINDS.length] as PostKind;
}

/** How many of the first `count` posts only their author sees. */
export function countHidden(count: number): number {
  const isHidden = ({ hidden }: PostKind): boolean => hidden !== undefined;
  const rounds = Math.floor(count / KINDS.length);
  return rounds * KINDS.filter(isHidden).length + KINDS.slice(0, count % KINDS.length).filter(isHidden).length;
}
