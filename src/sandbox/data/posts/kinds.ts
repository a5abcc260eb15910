export type PostType = 'share' | 'ugcPost';

/** What a post is like. */
export interface PostKind {
  readonly holds: Holding;
  readonly type: PostType;
  /** Only its author sees it: a draft, or one whose publication failed. */
  readonly hidden?: 'DRAFT' | 'PUBLISH_FAILED';
  /** Nobody saw it, and nobody does anything with it. */
  readonly quiet?: boolean;
  /** It has no text of its own. */
  readonly plain?: boolean;
}

/** What a post has beside its text. */
export type Holding =
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

/** The kinds come in turns, by the number of the post. */
const KINDS: readonly PostKind[] = [
  { holds: 'article', type: 'share' },
  { holds: 'image', type: 'share' },
  { holds: 'video', type: 'ugcPost' },
  { holds: 'document', type: 'ugcPost' },
  { holds: 'images', type: 'ugcPost' },
  { holds: 'poll', type: 'ugcPost' },
  { holds: 'nothing', type: 'share' },
  { holds: 'empty content', type: 'share' },
  { holds: 'reshare', type: 'share', plain: true },
  { holds: 'advertisement', type: 'share', quiet: true },
  { holds: 'nothing', type: 'share', hidden: 'DRAFT', quiet: true },
  { holds: 'celebration', type: 'ugcPost' },
  { holds: 'carousel', type: 'share' },
  { holds: 'reshare', type: 'share' },
  { holds: 'video', type: 'ugcPost' },
  { holds: 'video', type: 'ugcPost', quiet: true },
  { holds: 'nothing', type: 'share', quiet: true },
  { holds: 'targeted image', type: 'share' },
  { holds: 'reference', type: 'ugcPost' },
  { holds: 'image', type: 'share', hidden: 'PUBLISH_FAILED', quiet: true },
];

export function kindOf(index: number): PostKind {
  return KINDS[index % KINDS.length] as PostKind;
}

/** How many of the first posts only their author sees. */
export function countHidden(count: number): number {
  const isHidden = ({ hidden }: PostKind): boolean => hidden !== undefined;
  const rounds = Math.floor(count / KINDS.length);
  return rounds * KINDS.filter(isHidden).length + KINDS.slice(0, count % KINDS.length).filter(isHidden).length;
}
