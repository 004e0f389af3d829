import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFromMemory } from '#app/domain/memory/from-memory.server.ts';
import { noteHealth, readHealthChecks } from '#app/domain/partnerships/note-health.server.ts';
import type { HealthWords } from '#app/domain/partnerships/partnership-health.ts';
import { readPartnershipHistory } from '#app/domain/partnerships/partnership-history.server.ts';
import { readPartnerships } from '#app/domain/partnerships/partnerships.server.ts';
import {
  addPartnership,
  editPartnership,
  type PartnershipEdit,
  readPartnershipText,
} from '#app/domain/partnerships/save-partnership.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { readSourcePage } from '#app/domain/sources/source-page.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { PARTNERSHIP } from '../helpers/partnership.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let office: SignedIn;
let reader: SignedIn;
beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer', { name: 'Rosalind Franklin' });
  reader = await makePerson(database.db, 'internal reader');
});
afterEach(() => database.close());

const by = (person: SignedIn) => ({ person, now: NOON, today: TODAY });
const add = (code: string, fields: Partial<typeof PARTNERSHIP> = {}, person = office) =>
  addPartnership(database.db, { code, ...PARTNERSHIP, ...fields }, by(person));
const standingOf = async (code: string) =>
  (await readPartnershipText(database.db, code)) ?? { number: 0, confirmation: 'memory' as const, ...PARTNERSHIP };
const edit = async (code: string, fields: Partial<PartnershipEdit>, person = office) => {
  const { number: seen, confirmation: _, ...text } = await standingOf(code);
  const form = { ...text, newSource: null, reason: 'As agreed.', seen, ...fields };
  await editPartnership(database.db, { code, ...form }, by(person));
};
const TABLES = ['partnership', 'partnershipRevision', 'partnershipMember', 'partnershipTheme'] as const;
const MORE = ['partnershipStrand', 'partnershipHealth', 'partnershipHealthWords', 'source', 'change'] as const;
const everything = () =>
  Promise.all([...TABLES, ...MORE].map((table) => database.db.selectFrom(table).selectAll().execute()));
const newestChange = () =>
  database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();

async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toEqual(before);
}

describe('a partnership that is added', () => {
  test('stands after all others with everything that the form says, as one change', async () => {
    await add('RDDA');
    const all = await readPartnerships(database.db, TODAY);
    const { reason: _, newSource: _n, members, themes, ...said } = PARTNERSHIP;
    expect(all.at(-1)).toMatchObject({ code: 'RDDA', ...said, confirmation: 'memory', source: null });
    expect(all.at(-1)?.members.map(({ code, role }) => ({ organisation: code, role }))).toEqual(members);
    expect(
      all
        .at(-1)
        ?.themes.map(({ code }) => code)
        .sort(),
    ).toEqual([...themes].sort());
    expect(await newestChange()).toMatchObject({ kind: 'partnership added', person: office.id });
    const { change } = await database.db
      .selectFrom('partnership')
      .selectAll()
      .where('code', '=', 'RDDA')
      .executeTakeFirstOrThrow();
    expect(change).toBe((await newestChange()).number);
  });

  test('names the source in which it was seen, a new one too', async () => {
    const newSource = { title: 'Launch', publisher: 'GEL', type: 'official' as const, url: null };
    await add('RDDA', { newSource });
    const text = await readPartnershipText(database.db, 'RDDA');
    expect(text).toMatchObject({ confirmation: 'published', source: 'added-1' });
    expect((await readSourcePage(database.db, 'added-1'))?.statements).toMatchObject([{ code: 'RDDA' }]);
  });

  test('is refused under a code in use, in another form, or that is an address; and by whom may not', async () => {
    await expectRefused(() => add('NACP'), { name: 'RefusedError', field: 'code' });
    for (const code of ['A', 'ABCDEFGHIJKLM', 'a-b', 'rdda', 'ADD'])
      await expectRefused(() => add(code), { name: 'RefusedError', field: 'code' });
    await expectRefused(() => add('RDDA', {}, reader), { name: 'NotAllowedError' });
  });

  test('is refused without a member, with one twice, and with what the record does not have', async () => {
    const [host = { organisation: '', role: '' }] = PARTNERSHIP.members;
    const refused = { name: 'RefusedError' };
    await expectRefused(() => add('RDDA', { members: [] }), { ...refused, field: 'members' });
    await expectRefused(() => add('RDDA', { members: [host, { ...host, role: 'funder' }] }), refused);
    await expectRefused(() => add('RDDA', { members: [{ organisation: 'NONE', role: 'host' }] }), refused);
    await expectRefused(() => add('RDDA', { themes: ['NONE'] }), refused);
    await expectRefused(() => add('RDDA', { source: 'none' }), { ...refused, field: 'source' });
  });

  test('twice at once under one code is there once', async () => {
    const answers = await Promise.allSettled([add('RDDA'), add('RDDA', { name: 'Another' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readPartnershipHistory(database.db, 'RDDA', 'internal')).length).toBe(1);
  });
});

describe('a partnership that is edited', () => {
  test('has a new revision beside the old one, each with its own members, themes and strands', async () => {
    const before = await readPartnershipText(database.db, 'NACP');
    const members = [...(before?.members ?? []).slice(1), { organisation: 'GSK', role: 'funder' }];
    const strands = [{ name: 'Diagnostics', detail: 'Faster ones' }];
    await edit('NACP', { name: 'Charnwood platform', members, themes: ['NHS'], strands });
    const [newest, first] = await readPartnershipHistory(database.db, 'NACP', 'internal');
    expect(newest).toMatchObject({ number: 2, by: 'Rosalind Franklin', reason: 'As agreed.' });
    expect(newest?.differences).toMatchObject([
      { label: 'Name', before: before?.name, after: 'Charnwood platform' },
      {
        label: 'Members',
        before: 'Charnwood Campus (host); University of Leicester (strategic partner)',
        after: 'University of Leicester (strategic partner); GSK (funder)',
      },
      { label: 'Themes', after: expect.stringMatching(/NHS/) },
      { label: 'Strands of work', after: 'Diagnostics: Faster ones' },
    ]);
    expect(first).toMatchObject({ number: 1, wasLoaded: true });
    expect(first?.differences.find(({ label }) => label === 'Strands of work')?.after).toMatch(
      /^Skills: .*; Leadership: .*; Cluster support: .*; NHS and academia collaboration: /,
    );
    expect(await newestChange()).toMatchObject({ kind: 'partnership edited', person: office.id });
  });

  test('keeps where it was seen unless that changes; the standing revision alone counts for a source and for memory', async () => {
    const rests = async (source: string) =>
      (await readSourcePage(database.db, source))?.statements.filter(({ code }) => code === 'MMIC').length;
    const fromMemory = async () =>
      (await readFromMemory(database.db, { day: TODAY, isToday: true, view: 'internal' })).flatMap(({ items }) =>
        items.filter(({ code }) => code === 'MMIC'),
      ).length;
    expect([await fromMemory(), await rests('seed0')]).toEqual([1, 0]);
    await edit('MMIC', { source: 'seed0' });
    expect(await readPartnershipText(database.db, 'MMIC')).toMatchObject({ confirmation: 'published' });
    expect([await fromMemory(), await rests('seed0')]).toEqual([0, 1]);
    await edit('MMIC', { note: 'Checked.' });
    expect([await fromMemory(), await rests('seed0')]).toEqual([0, 1]);
    await edit('MMIC', { source: null });
    expect([await fromMemory(), await rests('seed0')]).toEqual([1, 0]);
  });

  test('is refused, with nothing saved: nothing new, no such partnership, no member, somebody who may not', async () => {
    await expectRefused(() => edit('NACP', {}), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => edit('NONE', { name: 'Another' }), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => edit('NACP', { members: [] }), { name: 'RefusedError', field: 'members' });
    await expectRefused(() => edit('NACP', { source: 'none' }), { name: 'RefusedError', field: 'source' });
    await expectRefused(() => edit('NACP', { name: 'Another' }, reader), { name: 'NotAllowedError' });
  });

  test('by twenty at once is saved for one of them; the others are told, and none is lost', async () => {
    const { number: seen, confirmation: _, ...text } = await standingOf('NACP');
    const saved = (i: number, from: number) =>
      editPartnership(
        database.db,
        { ...text, code: 'NACP', newSource: null, note: `Note ${i}`, reason: `Edit ${i}`, seen: from },
        by(office),
      );
    const all = Array.from({ length: 20 }, (_, i) => i);
    const answers = await Promise.allSettled(all.map((i) => saved(i, seen)));
    const won = all.filter((i) => answers[i]?.status === 'fulfilled');
    expect(won.length).toBe(1);
    for (const answer of answers.filter(({ status }) => status === 'rejected'))
      expect(answer).toMatchObject({
        reason: {
          name: 'EditConflictError',
          conflict: {
            by: 'Rosalind Franklin',
            differences: [{ label: 'Note', before: `Note ${won[0]}`, after: expect.stringMatching(/^Note \d+$/) }],
          },
        },
      });
    const late = all.filter((i) => i !== won[0]);
    for (const [place, i] of late.entries()) await saved(i, seen + 1 + place);
    const reasons = (await readPartnershipHistory(database.db, 'NACP', 'internal')).map(({ reason }) => reason);
    expect(reasons.slice(0, 20).sort()).toEqual(all.map((i) => `Edit ${i}`).sort());
  });

  test('by two people: what the slower one left alone is named, so that the form can take theirs over', async () => {
    const before = await readPartnershipText(database.db, 'NACP');
    await edit('NACP', { themes: ['NHS'], funding: 'None any more' });
    await expect(edit('NACP', { ...before, seen: 1, name: 'Another' })).rejects.toMatchObject({
      conflict: { untouched: ['funding', 'themes'] },
    });
  });
});

describe('the health of a partnership', () => {
  const WORDS: HealthWords[] = [{ dimension: 'needs', words: 'They meet monthly.', evidence: 'Minutes' }];
  const note = (fields: Partial<Parameters<typeof noteHealth>[1]> = {}, person = office) =>
    noteHealth(database.db, { partnership: 'NACP', notedOn: '2026-11-01', words: WORDS, ...fields }, by(person));

  test('is noted beside what was noted before, the newest day first', async () => {
    await note();
    await note({ notedOn: '2024-05-01', words: WORDS.map((said) => ({ ...said, dimension: 'adapting' })) });
    const checks = await readHealthChecks(database.db, 'NACP');
    expect(checks.map(({ number, notedOn, by }) => [number, notedOn, by])).toEqual([
      [1, '2026-11-01', 'Rosalind Franklin'],
      [2, '2024-05-01', 'Rosalind Franklin'],
    ]);
    expect(checks[0]?.words).toEqual(WORDS);
    expect(await newestChange()).toMatchObject({ kind: 'partnership health noted', reason: null });
  });

  test('is refused for a day to come or before its start, without words, twice the same, and by whom may not', async () => {
    await note();
    await expectRefused(() => note({ notedOn: '2026-11-24' }), { name: 'RefusedError', field: 'notedOn.year' });
    await expectRefused(() => note({ notedOn: '2022-06-27' }), { name: 'RefusedError', field: 'notedOn.year' });
    await expectRefused(() => note({ words: [] }), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => note(), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => note({ partnership: 'NONE' }), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => note({ notedOn: '2026-11-02' }, reader), { name: 'NotAllowedError' });
    await note({ notedOn: '2022-06-28' });
    await note({ partnership: 'CAMAZBJ', notedOn: '2025-10-01' });
  });
});
