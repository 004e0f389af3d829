import type { Kysely } from 'kysely';
import { peopleWithRoles } from '#db/queries/find-person.ts';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import { listPostHolders } from '#db/queries/list-post-holders.ts';
import { listPosts, type PostRow } from '#db/queries/list-posts.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import type { Day } from '../partial-date.ts';
import { endedBy } from '../record/organisations.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { standingOn } from './post-words.ts';

/** One line of the list of posts. */
export interface PostEntry {
  id: number;
  title: string;
  organisation: { code: string; name: string };
  /** Null: vacant. Undefined: names are not shown to this reader. */
  holder: string | null | undefined;
  owns: number;
  /** How many recommendations it is deputy of or contributes to. */
  helpsWith: number;
}

export interface PostsPage {
  /** By organisation and title. */
  posts: PostEntry[];
  /** Recommendations that no post answers for today, by theme. */
  withoutOwner: { theme: string; recommendations: { code: string; title: string }[] }[];
  recommendations: number;
}

/** Every post, and every recommendation without an owner, on the day. */
export async function readPostsPage(db: Kysely<Database>, asAt: AsAt): Promise<PostsPage> {
  const owners = await listOwners(db, asAt.day);
  const holders = await readHoldersNow(db, asAt.day);
  const { themes, recommendations } = await readRecordAsAt(db, asAt);
  const owned = new Set(owners.filter(({ role }) => role === 'owner').map((row) => row.recommendation));
  const entry = ({ id, title, organisation, organisationName }: PostRow): PostEntry => {
    const held = owners.filter((row) => row.post === id);
    const owns = held.filter(({ role }) => role === 'owner').length;
    const holder = asAt.view === 'internal' ? (holders.get(id) ?? null) : undefined;
    return {
      id,
      title,
      organisation: { code: organisation, name: organisationName },
      holder,
      owns,
      helpsWith: held.length - owns,
    };
  };
  return {
    posts: (await listPosts(db)).map(entry),
    withoutOwner: themes.flatMap((theme) => {
      const left = recommendations.filter(({ code, theme: own }) => own === theme.code && !owned.has(code));
      if (left.length === 0) return [];
      return [{ theme: theme.name, recommendations: left.map(({ code, title }) => ({ code, title })) }];
    }),
    recommendations: recommendations.length,
  };
}

/** Who holds each post on the day, by the post's id; leavers hold nothing. */
async function readHoldersNow(db: Kysely<Database>, day: Day): Promise<Map<number, string>> {
  const now = (await listPostHolders(db)).filter((row) => row.role !== null && standingOn(row, day) === 'now');
  return new Map(now.map(({ post, name }) => [post, name]));
}

/** Organisations that exist on the day, for a list to choose from. */
export async function readOrganisationChoices(
  db: Kysely<Database>,
  day: Day,
): Promise<{ value: string; text: string }[]> {
  const there = (await listOrganisations(db)).filter(({ until }) => endedBy(until, day) === null);
  return there.map(({ code, name }) => ({ value: code, text: name }));
}

/** Everybody who is here, by name and with the address that tells two of one name apart. */
export async function readPeopleChoices(db: Kysely<Database>): Promise<{ value: string; text: string }[]> {
  const here = await peopleWithRoles(db).where('standing.role', 'is not', null).orderBy('person.name').execute();
  return here.map(({ id, name, email }) => ({ value: String(id), text: `${name} (${email})` }));
}
