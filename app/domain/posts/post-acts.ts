/** What can be done with a post that is there, by forms on its page. */
export const POST_ACTS = ['hand-over', 'give', 'pass-on'] as const;
export type PostAct = (typeof POST_ACTS)[number];

export const POST_ACT_WORDS: Record<PostAct, string> = {
  'hand-over': 'Hand over the post',
  give: 'Give it recommendations',
  'pass-on': 'Pass recommendations on, or end them',
};

/** What a page says when the act succeeded. */
export const POST_DONE_WORDS: Record<PostAct, string> = {
  'hand-over': 'The post is handed over. Drafts, tasks and history belong to the post and go with it.',
  give: 'The recommendations are given to this post.',
  'pass-on': 'The recommendations are passed on or ended as you said.',
};
