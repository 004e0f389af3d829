import { describe, expect, test } from 'vitest';
import { sectorsTitle } from '#app/domain/figure-titles.ts';
import { sectorsRows } from '#app/domain/figures.ts';
import { acrossSectors, joins, neverTwice, notJoined } from '#app/domain/partnerships/across-sectors.ts';
import { hasStartedBy, membersBySector, membersInShort } from '#app/domain/partnerships/partnership.ts';
import { pairOf, pairOfSlug, pairSlug } from '#app/domain/partnerships/sector-pair.ts';
import { SECTORS, type Sector } from '#db/tables/organisation.ts';

const partnership = (name: string, ...sectors: Sector[]) => ({ name, members: sectors.map((sector) => ({ sector })) });
const HOSPITALS = partnership('Hospitals', 'nhs', 'university', 'university');
const VACCINES = partnership('Vaccines', 'university', 'industry', 'industry', 'industry');
const COUNCIL = partnership('Council', 'government');

/** How many partnerships join two sectors; undefined when one of them is not shown. */
function numberFor(across: ReturnType<typeof acrossSectors>, one: Sector, other: Sector): number | undefined {
  return across.pairs.find(({ pair }) => pair[0] === one && pair[1] === other)?.partnerships.length;
}

describe('a partnership joins two sectors', () => {
  test('when it has at least one member of each, whichever is named first', () => {
    expect(joins(HOSPITALS, ['nhs', 'university'])).toBe(true);
    expect(joins(HOSPITALS, ['university', 'nhs'])).toBe(true);
    expect(joins(HOSPITALS, ['nhs', 'industry'])).toBe(false);
    expect(joins(COUNCIL, ['government', 'nhs'])).toBe(false);
  });

  test('and a sector with itself when it has two members of it, not one', () => {
    expect(joins(HOSPITALS, ['university', 'university'])).toBe(true);
    expect(joins(HOSPITALS, ['nhs', 'nhs'])).toBe(false);
  });
});

describe('sectors by sectors', () => {
  const across = acrossSectors([HOSPITALS, VACCINES, COUNCIL]);

  test('has the sectors with a member, in their fixed order, and names the others', () => {
    expect(across.sectors.map(({ sector, partnerships }) => [sector, partnerships.length])).toEqual([
      ...[
        ['government', 1],
        ['nhs', 1],
        ['university', 2],
        ['industry', 1],
      ],
    ]);
    expect([...across.sectors.map(({ sector }) => sector), ...across.absent].sort()).toEqual([...SECTORS].sort());
  });

  test('counts a partnership once for a pair, however many members it has', () => {
    expect(numberFor(across, 'university', 'industry')).toBe(1);
    expect(numberFor(across, 'nhs', 'university')).toBe(1);
    expect(numberFor(across, 'university', 'university')).toBe(1);
    expect(numberFor(across, 'industry', 'industry')).toBe(1);
    expect(numberFor(across, 'nhs', 'nhs')).toBe(0);
    expect(numberFor(across, 'government', 'charity')).toBeUndefined();
  });

  test('has each pair once: four sectors make ten', () => {
    expect(across.pairs).toHaveLength(10);
    expect(new Set(across.pairs.map(({ pair }) => pair.join())).size).toBe(10);
  });

  test('names what no partnership joins, and which sectors never have two members', () => {
    expect(notJoined(across)).toEqual([
      { sector: 'government', others: ['nhs', 'university', 'industry'] },
      { sector: 'nhs', others: ['industry'] },
    ]);
    expect(neverTwice(across)).toEqual(['government', 'nhs']);
  });

  test('is a file with a row for each pair, and the names', () => {
    const { rows } = sectorsRows(across);
    expect(rows).toHaveLength(10);
    expect(rows).toContainEqual({ sector: 'NHS', other: 'University', partnerships: 1, names: 'Hospitals' });
    expect(rows).toContainEqual({ sector: 'NHS', other: 'NHS', partnerships: 0, names: '' });
  });

  test('of no partnership has no sector', () => {
    const none = acrossSectors([]);
    expect([none.sectors, none.pairs, none.absent.length]).toEqual([[], [], SECTORS.length]);
  });
});

describe('figure 8 says in its title', () => {
  test('which two sectors meet most often', () => {
    const more = partnership('More', 'university', 'industry');
    expect(sectorsTitle(acrossSectors([HOSPITALS, VACCINES, more]))).toBe(
      'University and industry meet most often, in 2 of 3 partnerships',
    );
    const funded = [partnership('A', 'nhs', 'research funder'), partnership('B', 'research funder', 'nhs')];
    expect(sectorsTitle(acrossSectors(funded))).toBe('NHS and research funder meet most often, in 2 of 2 partnerships');
  });

  test('how many pairs are joined, when several share the first place or none meets twice', () => {
    expect(sectorsTitle(acrossSectors([HOSPITALS, VACCINES, COUNCIL]))).toBe(
      '2 of 6 pairs of sectors joined by a partnership',
    );
    expect(sectorsTitle(acrossSectors([HOSPITALS]))).toBe('1 of 1 pair of sectors joined by a partnership');
  });

  test('nothing of them when no two sectors meet', () => {
    for (const partnerships of [[], [COUNCIL]])
      expect(sectorsTitle(acrossSectors(partnerships))).toBe('Partnerships across sectors');
  });
});

describe('a pair of sectors in an address', () => {
  test('is read as it is written, for every pair', () => {
    for (const one of SECTORS)
      for (const other of SECTORS) expect(pairOfSlug(pairSlug([one, other]))).toEqual(pairOf(one, other));
    expect(pairSlug(['research funder', 'university'])).toBe('research-funder university');
  });

  test('is refused when it is not two sectors', () => {
    for (const text of ['', 'nhs', 'nhs nowhere', 'nhs university industry', 'research funder university', 'nhs  nhs'])
      expect([text, pairOfSlug(text)]).toEqual([text, undefined]);
  });
});

describe('a partnership in words', () => {
  const member = (name: string, sector: Sector, ended: string | null = null, shortName: string | null = null) => ({
    ...{ name, sector, ended, shortName },
  });

  test('has its members under their sectors, and says which have ended', () => {
    const members = [member('GSK', 'industry'), member('NHSX', 'nhs', '2022'), member('Pfizer', 'industry')];
    expect(membersBySector(members).map(({ sector, members }) => [sector, membersInShort(members)])).toEqual([
      ['nhs', 'NHSX (until 2022)'],
      ['industry', 'GSK and Pfizer'],
    ]);
    expect(membersInShort([member('University of Leeds', 'university', null, 'Leeds')])).toBe('Leeds');
  });

  test('has started by a day when the period of its start was over', () => {
    expect(hasStartedBy({ startedOn: '2018-06' }, '2018-06-29')).toBe(false);
    expect(hasStartedBy({ startedOn: '2018-06' }, '2018-06-30')).toBe(true);
    expect(hasStartedBy({ startedOn: '2019-09-11' }, '2019-09-11')).toBe(true);
    expect(hasStartedBy({ startedOn: null }, '2026-11-23')).toBe(false);
  });
});
