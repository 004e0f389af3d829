import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listAssessments } from '#db/queries/list-assessments.ts';
import { listClearances } from '#db/queries/list-clearances.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import type { PublishableField } from '#db/tables/quarter-version.ts';
import { type AskedReturn, readAskedReturns } from '../commission/progress-page.server.ts';
import type { Day } from '../partial-date.ts';
import { may } from '../people/permissions.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { RETURN_STATES, type ReturnState } from '../returns/return-state.ts';
import { ratedRed } from '../summary/rated-red.ts';
import { readQuarterAtEnd } from './closing-checks.server.ts';
import { whyNotClosed, whyNotCorrected, whyNotPublished } from './closing-rules.ts';
import { FIELDS_AT_FIRST, NOT_ACCEPTED_WORDS } from './closing-words.ts';
import { type OfferedAct, offeredActs } from './offered-acts.ts';
import { readCandidate } from './stored-files.server.ts';
import { type FrozenQuarter, findFrozenQuarter } from './versions.server.ts';

/** What can be done next with a quarter on a day; null for whoever may do none of it. */
export async function readQuarterActs(
  db: Kysely<Database>,
  quarter: Quarter,
  person: { role: Role } | null,
  today: Day,
): Promise<OfferedAct[] | null> {
  if (!may(person, 'close quarters')) return null;
  return offeredActs(await readQuarterAtEnd(db, quarter), today);
}

/** A return that will not be in the summary. */
export interface NotAccepted extends Pick<AskedReturn, 'recommendation' | 'title' | 'owner' | 'state'> {
  /** What the summary will say of it. */
  told: string;
}

/** What will be frozen when a quarter is closed. */
export interface ClosePage {
  quarter: Quarter;
  label: string;
  /** Why it cannot be closed; null when it can. */
  whyNot: string | null;
  /** Number of the newest change. */
  seen: number;
  counts: { state: ReturnState; returns: number }[];
  notAccepted: NotAccepted[];
  assessment: string | null;
  clearances: number;
}

/** What will be frozen when a quarter is closed, as it stands on a day. For the office alone. */
export async function readClosePage(db: Kysely<Database>, quarter: Quarter, today: Day): Promise<ClosePage> {
  const seen = await findNewestChange(db);
  const returns = await readAskedReturns(db, quarter, today);
  return {
    ...{ quarter, label: quarterLabel(quarter), seen },
    whyNot: whyNotClosed(await readQuarterAtEnd(db, quarter), today),
    counts: RETURN_STATES.map((state) => ({ state, returns: returns.filter((one) => one.state === state).length })),
    notAccepted: returns.flatMap(({ recommendation, title, owner, state }) =>
      state === 'accepted' ? [] : [{ recommendation, title, owner, state, told: NOT_ACCEPTED_WORDS[state] }],
    ),
    assessment: (await listAssessments(db, quarter)).at(-1)?.words ?? null,
    clearances: (await listClearances(db, quarter)).length,
  };
}

/** What is chosen from when a closed quarter is published. */
export interface PublishPage {
  quarter: Quarter;
  label: string;
  /** Why it cannot be published; null when it can. */
  whyNot: string | null;
  /** The version that stands; 0 of a quarter that is not closed. */
  version: number;
  /** Codes of what is rated Red in it. */
  red: string[];
  /** What is ticked. */
  fields: readonly PublishableField[];
}

/** What can be published of a closed quarter. For the office alone. Throws DamagedFileError. */
export async function readPublishPage(db: Kysely<Database>, quarter: Quarter): Promise<PublishPage> {
  const frozen = await findFrozenQuarter(db, quarter);
  return {
    ...{ quarter, label: quarterLabel(quarter) },
    whyNot: whyNotPublished(await readQuarterAtEnd(db, quarter)),
    version: frozen?.newest.number ?? 0,
    red: await readRed(db, frozen),
    fields: FIELDS_AT_FIRST,
  };
}

/** What a correction of a closed quarter starts from. */
export interface CorrectPage {
  quarter: Quarter;
  label: string;
  /** Why it cannot be corrected; null when it can. */
  whyNot: string | null;
  /** The version that stands; 0 of a quarter that is not closed. */
  version: number;
  /** The assessment that stands; empty when none was written. */
  assessment: string;
  /** What is published of it; null when it is not published. */
  fields: PublishableField[] | null;
  red: string[];
}

/** What a correction of a closed quarter starts from. For the office alone. Throws DamagedFileError. */
export async function readCorrectPage(db: Kysely<Database>, quarter: Quarter): Promise<CorrectPage> {
  const frozen = await findFrozenQuarter(db, quarter);
  return {
    ...{ quarter, label: quarterLabel(quarter) },
    whyNot: whyNotCorrected(await readQuarterAtEnd(db, quarter)),
    version: frozen?.newest.number ?? 0,
    assessment: (await listAssessments(db, quarter)).at(-1)?.words ?? '',
    fields: frozen?.published?.published?.fields ?? null,
    red: await readRed(db, frozen),
  };
}

async function readRed(db: Kysely<Database>, frozen: FrozenQuarter | undefined): Promise<string[]> {
  if (!frozen) return [];
  const candidate = await readCandidate(db, { quarter: frozen.quarter, version: frozen.newest.number });
  return candidate ? ratedRed(candidate) : [];
}
