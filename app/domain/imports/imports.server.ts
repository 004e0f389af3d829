import type { Kysely } from 'kysely';
import { findImport, findImportBytes } from '#db/queries/find-import.ts';
import { countWaitingImports, findAcceptedImport, listImports } from '#db/queries/list-imports.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import { keepImport, keepFound as keepWords, settleImport } from '#db/writes/keep-import.ts';
import { londonMoment } from '../clock.ts';
import { sha256 } from '../closing/stored-files.server.ts';
import type { Editor } from '../editing/editor.server.ts';
import { may } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { readOwnRecommendations } from '../posts/standing.server.ts';
import { RefusedError } from '../refused.ts';
import type { FoundFile } from './found-file.ts';
import type { ImportPlan } from './import-plan.ts';

/** Files of one person that may wait at a time. */
export const MOST_WAITING = 20;

/** A file that somebody sent, as its page and the list show it. Moments in words, London time. */
export interface SentImport {
  id: number;
  fileName: string;
  /** Bytes. */
  size: number;
  sentBy: string;
  sentAt: string;
  state: 'waiting' | 'accepted' | 'discarded';
  /** The change that accepting it made, of which kind, and when. */
  change: number | null;
  kind: ChangeKind | null;
  settledAt: string | null;
}

export interface ImportRead extends SentImport {
  sha256: string;
  sentById: number;
  /** Null while it is being read, and once it is settled. */
  found: FoundFile | null;
  reason: string | null;
  acceptedBy: string | null;
  /** What was accepted. */
  accepted: ImportPlan | null;
  /** The same file was accepted before, as this change on that day. */
  before: { id: number; change: number; when: string } | null;
}

/** True for people to whom sending a file is of use: the office, and those whose posts write returns. */
export async function mayImport(db: Kysely<Database>, person: SignedIn, today: string): Promise<boolean> {
  return may(person, 'import the strategy') || (await readOwnRecommendations(db, person, today)).size > 0;
}

/** Keeps a file as it was sent, to be read and looked at. Returns its number. Throws RefusedError. */
export async function sendFile(
  db: Kysely<Database>,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  { person, now }: Pick<Editor, 'person' | 'now'>,
): Promise<number> {
  const sent = { fileName, sha256: sha256(bytes), size: bytes.length, bytes: Buffer.from(bytes) };
  return db.transaction().execute(async (trx) => {
    if ((await countWaitingImports(trx, person.id)) >= MOST_WAITING)
      throw new RefusedError('file', `${MOST_WAITING} of your files are waiting: accept or discard some of them first`);
    return keepImport(trx, { ...sent, sentBy: person.id, sentAt: now.toISOString() });
  });
}

/**
 * A file that was sent; undefined when there is none of that number, null when the person may not look at it: those may
 * who sent it, and the office.
 */
export async function readImport(
  db: Kysely<Database>,
  id: number,
  person: SignedIn,
): Promise<ImportRead | null | undefined> {
  const row = await findImport(db, id);
  if (!row) return undefined;
  if (row.sentBy !== person.id && !may(person, 'import the strategy')) return null;
  const before = row.change === null ? await findAcceptedImport(db, row.sha256) : undefined;
  return {
    ...sentImport(row),
    sha256: row.sha256,
    sentById: row.sentBy,
    found: row.found === null ? null : JSON.parse(row.found),
    reason: row.reason,
    acceptedBy: row.acceptedByName,
    accepted: row.accepted === null ? null : JSON.parse(row.accepted),
    before: before ? { id: before.id, change: before.change, when: londonMoment(new Date(before.recordedAt)) } : null,
  };
}

/** The files that the person sent, or all for the office, newest first. */
export async function readImports(db: Kysely<Database>, person: SignedIn): Promise<SentImport[]> {
  return (await listImports(db, may(person, 'import the strategy') ? null : person.id)).map(sentImport);
}

type Row = Awaited<ReturnType<typeof listImports>>[number];

function sentImport(row: Row): SentImport {
  const { id, fileName, size, sentByName, change, kind } = row;
  const settledAt = row.acceptedAt ?? row.discardedAt;
  const state = change !== null ? 'accepted' : row.discardedAt !== null ? 'discarded' : 'waiting';
  return {
    ...{ id, fileName, size, sentBy: sentByName, sentAt: londonMoment(new Date(row.sentAt)), state, change, kind },
    settledAt: settledAt === null ? null : londonMoment(new Date(settledAt)),
  };
}

/** Discards a file that waits: its bytes go. Whoever sent it may, and the office. Throws RefusedError. */
export async function discardImport(
  db: Kysely<Database>,
  id: number,
  { person, now }: { person: SignedIn; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const read = await readImport(trx, id, person);
    if (read?.state !== 'waiting') throw new RefusedError('form', 'This file is settled already');
    await settleImport(trx, id, { discardedAt: now.toISOString() });
  });
}

/** The bytes of a file that waits, under its name; undefined once it is settled. */
export async function readImportBytes(
  db: Kysely<Database>,
  id: number,
): Promise<{ fileName: string; bytes: Uint8Array } | undefined> {
  const row = await findImport(db, id);
  const bytes = await findImportBytes(db, id);
  return row && bytes ? { fileName: row.fileName, bytes } : undefined;
}

/** Keeps what was found in a file that waits; when it was settled meanwhile, nothing. */
export function keepFound(db: Kysely<Database>, id: number, found: FoundFile): Promise<void> {
  return keepWords(db, id, JSON.stringify(found));
}
