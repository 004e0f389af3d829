import { AUDIENCES, type Audience } from '#db/tables/quarter-version.ts';

/** Whom a summary is for, as pages and files say it. */
export const AUDIENCE_WORDS: Record<Audience, { forWhom: string; summary: string }> = {
  board: { forWhom: 'For the board', summary: 'Quarterly summary for the board' },
  ministers: { forWhom: 'For ministers', summary: 'Quarterly summary for ministers' },
  publication: { forWhom: 'For publication', summary: 'Quarterly summary' },
};

/** True for the name of an audience, as addresses write it. */
export function isAudience(text: string): text is Audience {
  return AUDIENCES.some((audience) => audience === text);
}
