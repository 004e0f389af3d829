import type { Kysely } from 'kysely';
import { listOwners } from '#db/queries/list-owners.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { postInWords } from '../posts/post-words.ts';

/** The post that owns a recommendation, and who holds it. */
export interface OwnerInWords {
  post: number;
  words: string;
  /** Null while the post is vacant. */
  holder: { name: string; email: string } | null;
}

/** The owner of each recommendation that has one on the day, by its code. */
export async function readOwnersInWords(db: Kysely<Database>, day: Day): Promise<Map<string, OwnerInWords>> {
  const owners = (await listOwners(db, day)).filter(({ role }) => role === 'owner');
  return new Map(
    owners.map((row) => {
      const { recommendation, post, personName: name, personEmail: email } = row;
      const holder = name === null || email === null ? null : { name, email };
      return [recommendation, { post, words: postInWords(row), holder }];
    }),
  );
}
