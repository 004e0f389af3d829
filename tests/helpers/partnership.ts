import type { Kysely } from 'kysely';
import { noteHealth } from '#app/domain/partnerships/note-health.server.ts';
import type { PartnershipForm } from '#app/domain/partnerships/save-partnership.server.ts';
import type { Database } from '#db/schema.ts';
import { makePerson } from './people.ts';
import { NOON, TODAY } from './recorder.ts';

/** What a form says of a partnership that is not in the record. */
export const PARTNERSHIP: PartnershipForm = {
  ...{ name: 'Rare Disease Data Alliance', startedOn: '2026-Q2', purpose: 'Data on rare diseases, joined up.' },
  ...{ funding: '£4m from its members', source: null, newSource: null, note: 'As told by its host.' },
  members: [
    { organisation: 'GEL', role: 'host' },
    { organisation: 'NHSE', role: 'partner' },
  ],
  themes: ['DAT', 'SKI'],
  strands: [
    { name: 'One register', detail: 'Of all patients' },
    { name: 'Consent', detail: null },
  ],
  reason: 'Told by its host.',
};

/** The same as the fields of the form. */
export const PARTNERSHIP_FIELDS: Record<string, string> = {
  ...{ name: PARTNERSHIP.name, purpose: PARTNERSHIP.purpose, funding: '£4m from its members' },
  ...{ 'startedOn.day': '', 'startedOn.month': 'Q2', 'startedOn.year': '2026', note: 'As told by its host.' },
  ...{ 'members.0.organisation': 'GEL', 'members.0.role': 'host' },
  ...{ 'members.1.organisation': 'NHSE', 'members.1.role': 'partner' },
  ...{ 'members.2.organisation': '', 'members.2.role': '', 'themes.DAT': 'yes', 'themes.SKI': 'yes' },
  ...{ 'strands.0.name': 'One register', 'strands.0.detail': 'Of all patients', 'strands.1.name': 'Consent' },
  ...{ 'strands.1.detail': '', source: '', reason: 'Told by its host.' },
};

/** Two health checks of the Charnwood partnership. */
export async function seedPartnershipHealth(db: Kysely<Database>): Promise<void> {
  const editor = { person: await makePerson(db, 'reviewer'), now: NOON, today: TODAY };
  const words = [
    { dimension: 'needs' as const, words: 'The hospital’s needs are known.', evidence: 'Its director, 3 March 2025' },
    { dimension: 'adapting' as const, words: 'It took in two further firms.', evidence: 'Minutes of its board' },
  ];
  await noteHealth(db, { partnership: 'NACP', notedOn: '2025-03-10', words }, editor);
  await noteHealth(db, { partnership: 'NACP', notedOn: '2026-11-20', words: words.slice(0, 1) }, editor);
}
