import type { Kysely } from 'kysely';
import { listOpenInvitations } from '#db/queries/list-open-invitations.ts';
import { type ListedPersonRow, listPeople } from '#db/queries/list-people.ts';
import { listPersonChanges, type PersonChangeRow } from '#db/queries/list-person-changes.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { londonDay, londonMoment } from '../clock.ts';
import { formatPartialDate } from '../partial-date.ts';
import { ROLE_WORDS, roleInWords } from './role-words.ts';

/** Somebody who is or was here. */
export interface ListedPerson {
  id: number;
  name: string;
  email: string;
  role: Role | null;
  /** "Reviewer", "Left". */
  roleWords: string;
  /** "23 November 2026": since when that is so. */
  since: string;
  nameRemoved: boolean;
  /** Number of the role that stands; a form carries it. */
  number: number;
}

/** Everybody who is or was here, and who was invited. */
export interface PeoplePage {
  here: ListedPerson[];
  left: ListedPerson[];
  invitations: { name: string; email: string; roleWords: string; expires: string; invitedBy: string | null }[];
}

/** One person, with what was recorded about them, newest first. */
export interface PersonPage {
  person: ListedPerson;
  history: { change: number; when: string; by: string | null; words: string }[];
}

/** The list of people, and the invitations that are open at `now`. */
export async function readPeople(db: Kysely<Database>, now: Date): Promise<PeoplePage> {
  const people = (await listPeople(db)).map(listed);
  const invitations = await listOpenInvitations(db, now.toISOString());
  return {
    here: people.filter(({ role }) => role !== null),
    left: people.filter(({ role }) => role === null),
    invitations: invitations.map(({ role, expiresAt, ...invitation }) => ({
      ...invitation,
      roleWords: ROLE_WORDS[role].word,
      expires: londonMoment(new Date(expiresAt)),
    })),
  };
}

/** The person with that id, here or left; undefined when there is none. */
export async function readPerson(db: Kysely<Database>, id: number): Promise<PersonPage | undefined> {
  const person = (await listPeople(db)).find((row) => row.id === id);
  if (!person) return undefined;
  const changes = await listPersonChanges(db, id);
  const history = changes.map((change, index) => ({
    change: change.number,
    when: londonMoment(new Date(change.recordedAt)),
    by: change.by,
    words: changeInWords(change, changes.slice(index + 1)),
  }));
  return { person: listed(person), history };
}

function listed({ since, nameRemoved, ...person }: ListedPersonRow): ListedPerson {
  return {
    ...person,
    roleWords: roleInWords(person.role),
    since: formatPartialDate(londonDay(new Date(since))),
    nameRemoved: nameRemoved !== null,
  };
}

function changeInWords({ role }: PersonChangeRow, earlier: PersonChangeRow[]): string {
  if (role === 'removed') return 'Name taken off public pages';
  if (role === null) return 'Left';
  const before = earlier.find((change) => change.role !== 'removed');
  if (!before) return `Joined as ${ROLE_WORDS[role].one}`;
  return before.role === null ? `Came back as ${ROLE_WORDS[role].one}` : `Became ${ROLE_WORDS[role].one}`;
}
