import type { PostRole } from '#db/tables/post.ts';
import type { Day } from '../partial-date.ts';
import { refusalOf } from '../refused.ts';

/** What a post is to a recommendation, and stops being. */
export interface Ending {
  /** The id of the ownership that ends. */
  id: number;
  recommendation: string;
  /** The post in words. */
  post: string;
  role: PostRole;
  fromOn: Day;
}

/** The act ends what nobody has agreed to end yet. Nothing was saved; it can be done with these endings confirmed. */
export class EndsOthersError extends Error {
  override name = 'EndsOthersError';
  constructor(readonly endings: Ending[]) {
    super('Other posts answer for some of these recommendations.');
  }
}

/** What a page answers when an act was refused. */
export interface PostRefusal {
  status: 400 | 409;
  errors: Record<string, string>;
  /** What has to be confirmed before the act can be done. */
  endings: Ending[];
}

/** The answer to a refused act; null for an error that is none of these. */
export function postRefusalOf(error: unknown): PostRefusal | null {
  if (error instanceof EndsOthersError) return { status: 409, errors: {}, endings: error.endings };
  const refusal = refusalOf(error);
  return refusal && { ...refusal, endings: [] };
}
