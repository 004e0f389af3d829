import type { Kysely, Transaction } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listPartnershipRevisions, type PartnershipRevision } from '#db/queries/list-partnership-revisions.ts';
import { listPartnerships } from '#db/queries/list-partnerships.ts';
import { listSources } from '#db/queries/list-sources.ts';
import { listThemes } from '#db/queries/list-themes.ts';
import type { Database } from '#db/schema.ts';
import { addPartnershipRow } from '#db/writes/add-partnership.ts';
import { addPartnershipRevision } from '#db/writes/add-partnership-revision.ts';
import { addEditChange, checkEdit, type Editor } from '../editing/editor.server.ts';
import { type GivenSource, sourceOf } from '../milestones/record-fact.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import {
  type NamesOfCodes,
  type PartnershipText,
  partnershipDifferences,
  untouchedOfPartnership,
} from './partnership-text.ts';

/** What a form says of a partnership. Without a source it rests on memory. */
export interface PartnershipForm extends Omit<PartnershipText, 'source' | 'confirmation'>, GivenSource {
  reason: string;
}

export interface NewPartnership extends PartnershipForm {
  code: string;
}

export interface PartnershipEdit extends PartnershipForm {
  code: string;
  /** Number of the revision that the form was filled from; a newer one means that somebody was faster. */
  seen: number;
}

/** The names of everything that a partnership can name by code. */
export async function readNamesOfCodes(db: Kysely<Database>): Promise<NamesOfCodes> {
  const names = (rows: { code: string; name: string }[]) => new Map(rows.map(({ code, name }) => [code, name]));
  return {
    organisations: names(await listOrganisations(db)),
    themes: names(await listThemes(db)),
    sources: new Map((await listSources(db)).map(({ code, title }) => [code, `${title} (${code})`])),
  };
}

/** The revision that stands, for the form; undefined for a code that no partnership has. */
export async function readPartnershipText(
  db: Kysely<Database>,
  code: string,
): Promise<(PartnershipText & { number: number }) | undefined> {
  const standing = (await listPartnershipRevisions(db, code)).at(-1);
  if (!standing) return undefined;
  const { number, name, startedOn, purpose, funding, members, themes, strands, confirmation, source, note } = standing;
  return { number, name, startedOn, purpose, funding, members, themes, strands, confirmation, source, note };
}

/**
 * Adds a partnership after all others, as one change. Throws NotAllowedError or a refusal with its field; then nothing
 * is saved.
 */
export async function addPartnership(
  db: Kysely<Database>,
  { code, ...form }: NewPartnership,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    await checkCode(trx, code);
    checkParts(form, await readNamesOfCodes(trx));
    const change = await addEditChange(trx, 'partnership added', form.reason, editor);
    await addPartnershipRow(trx, code, change);
    await writeRevision(trx, { code, number: 1, change }, form);
  });
}

/**
 * Gives a partnership a new revision beside the old ones, whole, as one change with its reason. Throws NotAllowedError,
 * RefusedError or EditConflictError; then nothing is saved.
 */
export async function editPartnership(
  db: Kysely<Database>,
  { code, seen, ...form }: PartnershipEdit,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    const revisions = await listPartnershipRevisions(trx, code);
    const standing = revisions.at(-1);
    if (!standing) throw new RefusedError('form', 'There is no such partnership');
    const names = await readNamesOfCodes(trx);
    checkParts(form, names);
    const mine = textOf(form, standing);
    const base = revisions.find(({ number }) => number === seen) ?? standing;
    const untouched = untouchedOfPartnership({ base, standing, mine });
    await checkEdit(trx, standing, seen, partnershipDifferences(standing, mine, names), untouched);
    const change = await addEditChange(trx, 'partnership edited', form.reason, editor);
    await writeRevision(trx, { code, number: seen + 1, change }, form, standing);
  });
}

/** Where the address of a page would be taken for the form that adds a partnership. */
const RESERVED = 'ADD';

async function checkCode(trx: Transaction<Database>, code: string): Promise<void> {
  if (!/^[A-Z0-9]{2,12}$/.test(code))
    throw new RefusedError('code', 'A code has 2 to 12 capital letters and digits, and nothing else');
  if (code === RESERVED)
    throw new RefusedError('code', `${code} stands in the address of this form. Choose another code`);
  const other = (await listPartnerships(trx)).find((row) => row.code.toUpperCase() === code);
  if (other) throw new RefusedError('code', `${code} is another partnership: ${other.name}. Choose another code`);
}

function checkParts({ members, themes }: PartnershipForm, names: NamesOfCodes): void {
  const codes = members.map(({ organisation }) => organisation);
  if (codes.length === 0) throw new RefusedError('members', 'Name at least one member');
  const unknown = codes.find((code) => !names.organisations.has(code));
  if (unknown !== undefined) throw new RefusedError('form', `No organisation has the code “${unknown}”`);
  const twice = codes.find((code, i) => codes.indexOf(code) < i);
  if (twice !== undefined) throw new RefusedError('form', `${names.organisations.get(twice)} is named twice`);
  const theme = themes.find((code) => !names.themes.has(code));
  if (theme !== undefined) throw new RefusedError('form', `No theme has the code “${theme}”`);
}

/** What the form says, as it would stand; a source that is still to be added stands under its title. */
function textOf({ reason: _, newSource, source, ...text }: PartnershipForm, standing: PartnershipRevision) {
  const seenIn = newSource?.title ?? source;
  return { ...text, source: seenIn, confirmation: confirmationOf(seenIn, standing) };
}

/** What is seen where it was before is as sure as it was before. */
function confirmationOf(source: string | null, standing?: PartnershipRevision): PartnershipText['confirmation'] {
  if (standing && source === standing.source) return standing.confirmation;
  return source === null ? 'memory' : 'published';
}

async function writeRevision(
  trx: Transaction<Database>,
  { code, number, change }: { code: string; number: number; change: number },
  { reason: _, newSource, source: given, ...text }: PartnershipForm,
  standing?: PartnershipRevision,
): Promise<void> {
  const source = await sourceOf(trx, { newSource, source: given }, change);
  const confirmation = confirmationOf(source, standing);
  await addPartnershipRevision(trx, { ...text, partnership: code, number, source, confirmation, change });
}
