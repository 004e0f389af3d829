import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProposal } from '#app/domain/commission/proposal-page.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import {
  editRecommendation,
  type RecommendationEdit,
  readRecommendationText,
} from '#app/domain/recommendations/edit-recommendation.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let office: SignedIn;
beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer');
});
afterEach(() => database.close());

const revisions = () =>
  database.db.selectFrom('recommendationRevision').selectAll().where('recommendation', '=', 'DAT-1').execute();
const everything = async () => [
  await revisions(),
  await database.db.selectFrom('change').selectAll().orderBy('number').execute(),
];
const TEXT = {
  ...{ title: 'Set up hubs', summary: 'Hubs.', target: null, targetDue: null, doneWhen: 'Five hubs run.' },
  ...{ reporting: null, placeInSource: 'Page 7', note: 'As agreed.' },
};
const edit = (fields: Partial<RecommendationEdit> = {}, person = office) =>
  editRecommendation(
    database.db,
    { code: 'DAT-1', seen: 1, reason: 'Agreed with the owner.', ...TEXT, ...fields },
    { person, now: NOON, today: TODAY },
  );

async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toEqual(before);
}

test('a new text stands beside the old one, with its change; where it was seen stays', async () => {
  await edit();
  const [first, second] = await revisions();
  const { confirmation, source } = first ?? {};
  expect(second).toMatchObject({ ...TEXT, number: 2, confirmation, source });
  expect(first?.title).toBe('Set up regional Digital Innovation Hubs');
  const change = await database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirst();
  expect(change).toMatchObject({ kind: 'recommendation edited', person: office.id, number: second?.change });
});

test('how often it reports decides what a commission proposes', async () => {
  const proposed = async () => {
    const page = await readProposal(database.db, { quarter: null, today: TODAY });
    return page?.themes.flatMap(({ recommendations }) => recommendations).find(({ code }) => code === 'DAT-1');
  };
  expect(await proposed()).toMatchObject({ isProposed: false, why: 'Stage: changed' });
  await edit({ reporting: 'every quarter' });
  expect(await proposed()).toMatchObject({ isProposed: true, why: 'Reports every quarter' });
  expect((await readRecommendationText(database.db, 'DAT-1'))?.reporting).toBe('every quarter');
});

test('is refused, with nothing saved: nothing new, no such recommendation, somebody faster, somebody who may not', async () => {
  await edit();
  await expectRefused(() => edit({ seen: 2 }), { name: 'RefusedError', field: 'form' });
  await expectRefused(() => edit({ code: 'DAT-99' }), { name: 'RefusedError', field: 'form' });
  await expectRefused(() => edit({ title: 'Another' }), { name: 'EditConflictError' });
  const reader = await makePerson(database.db, 'internal reader');
  await expectRefused(() => edit({ seen: 2, title: 'Another' }, reader), { name: 'NotAllowedError' });
});
