import type { Kysely } from 'kysely';
import { listOwners } from '#db/queries/list-owners.ts';
import type { Database } from '#db/schema.ts';
import type { PostRole } from '#db/tables/post.ts';
import type { AsAt } from '../as-at.ts';

/** A post that has to do with a recommendation's return. */
export interface AnsweringPost {
  post: number;
  title: string;
  organisationName: string;
  role: PostRole;
  /** Null: nobody holds it. Undefined: names are not shown to this reader. */
  holder: string | null | undefined;
}

/**
 * The posts that have to do with a recommendation's return on the day: owner, deputies, contributors. Names of holders
 * are for people who are signed in.
 */
export async function readAnswersFor(
  db: Kysely<Database>,
  recommendation: string,
  { day, view }: AsAt,
): Promise<AnsweringPost[]> {
  const rows = (await listOwners(db, day)).filter((row) => row.recommendation === recommendation);
  return rows.map(({ post, title, organisationName, role, personName }) => ({
    post,
    title,
    organisationName,
    role,
    holder: view === 'internal' ? personName : undefined,
  }));
}
