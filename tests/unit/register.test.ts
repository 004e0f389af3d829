import { describe, expect, test } from 'vitest';
import type { OrganisationRef } from '#app/domain/record/record.ts';
import { milestoneRegister, recommendationRegister } from '#app/domain/registers/register.ts';
import {
  parseMilestoneQuery,
  parseRecommendationQuery,
  RegisterQueryError,
} from '#app/domain/registers/register-query.server.ts';
import { aMilestone, aRecommendation, aRecord, type FactRow, judged } from '../helpers/views.ts';

const DAY = '2026-11-23';
const NHSX: OrganisationRef = {
  ...{ code: 'NHSX', name: 'NHSX', shortName: null, role: 'lead', basis: 'inferred', ended: null, successors: [] },
};
const milestone = (code: string, facts: FactRow[], title = 'A promise') =>
  aMilestone(facts, DAY, { code, title, recommendation: code.split('.')[0] ?? '', theme: code.split('-')[0] ?? '' });
const record = aRecord({
  recommendations: [
    aRecommendation({ code: 'A-1', title: 'Zebra', stage: judged('under way'), organisations: [NHSX] }),
    aRecommendation({ code: 'XCUT-1', title: 'apple', theme: 'XCUT', stage: judged('delivered') }),
    aRecommendation({ code: 'XCUT-2', title: 'Mango', theme: 'XCUT' }),
  ],
  milestones: [
    milestone('A-1.1', [['baseline', '2027-02-23', '2020']], 'Hubs open'),
    milestone(
      'A-1.2',
      [
        ['baseline', '2019', '2018'],
        ['met', '2020-06-30', '2020-06-30'],
      ],
      'Records kept',
    ),
    milestone('XCUT-1.1', [['baseline', '2027-11-24', '2020']], 'Council meets'),
    milestone('XCUT-1.2', [['baseline', '2020', '2018']], 'Council reports'),
    milestone('XCUT-1.3', [
      ['baseline', '2018', '2017'],
      ['withdrawn', '2019', '2019'],
    ]),
  ],
});

const milestones = (search: string) => milestoneRegister(record, parseMilestoneQuery(new URLSearchParams(search)));
const codes = (search: string) => milestones(search).rows.map(({ code }) => code);

describe('the register of milestones', () => {
  test('shows all in the order of the strategy when nothing is asked, or only empty filters', () => {
    for (const search of ['', 'q=&theme=&status=&due=&sort=']) {
      const register = milestones(search);
      expect([register.rows.length, register.total, register.filters]).toEqual([5, 5, []]);
    }
  });
  test.each([
    ['theme=A', ['A-1.1', 'A-1.2']],
    ['status=date+passed', ['XCUT-1.2']],
    ['organisation=NHSX', ['A-1.1', 'A-1.2']],
    ['confirmation=published', []],
    ['q=COUNCIL', ['XCUT-1.1', 'XCUT-1.2']],
    ['q=reports+council', ['XCUT-1.2']],
    ['q=1.3', ['XCUT-1.3']],
    ['due=3-months', ['A-1.1']],
    ['due=12-months', ['A-1.1']],
    ['due=ahead', ['A-1.1', 'XCUT-1.1']],
    ['theme=XCUT&due=ahead', ['XCUT-1.1']],
  ])('%s keeps %j', (search, expected) => {
    expect(codes(search)).toEqual(expected);
  });
  test('says in words what was asked, and of how many', () => {
    const { filters, total } = milestones('theme=A&status=done+late&organisation=NHSX&q=records');
    expect(filters).toEqual(['theme “Data”', 'organisation “NHSX”', 'words “records”', 'status “Done late”']);
    expect(total).toBe(5);
  });
  test.each([
    ['latest', ['XCUT-1.3', 'A-1.2', 'XCUT-1.2', 'A-1.1', 'XCUT-1.1']],
    ['first', ['XCUT-1.3', 'A-1.2', 'XCUT-1.2', 'A-1.1', 'XCUT-1.1']],
    ['late', ['A-1.2', 'A-1.1', 'XCUT-1.1', 'XCUT-1.2', 'XCUT-1.3']],
    ['status', ['A-1.2', 'A-1.1', 'XCUT-1.1', 'XCUT-1.2', 'XCUT-1.3']],
  ])('in the order %s', (sort, expected) => {
    expect(codes(`sort=${sort}`)).toEqual(expected);
  });
  test('refuses a filter that is not on offer, naming it and what was asked', () => {
    expect(() => milestones('status=finished&due=soon')).toThrow(RegisterQueryError);
    expect(() => milestones('status=finished&due=soon')).toThrow(/status “finished”, due “soon”/);
    expect(() => milestones(`q=${'a'.repeat(201)}`)).toThrow(RegisterQueryError);
  });
});

describe('the register of recommendations', () => {
  const recommendations = (search: string) =>
    recommendationRegister(record, parseRecommendationQuery(new URLSearchParams(search))).rows.map(({ code }) => code);
  test('keeps those of a stage, a theme or an organisation', () => {
    expect(recommendations('stage=delivered')).toEqual(['XCUT-1']);
    expect(recommendations('theme=XCUT')).toEqual(['XCUT-1', 'XCUT-2']);
    expect(recommendations('organisation=NHSX')).toEqual(['A-1']);
  });
  test('sorts by title without regard to case, and puts what nobody judged last', () => {
    expect(recommendations('sort=title')).toEqual(['XCUT-1', 'XCUT-2', 'A-1']);
    expect(recommendations('sort=stage')).toEqual(['XCUT-1', 'A-1', 'XCUT-2']);
  });
});
