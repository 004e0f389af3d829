import { SECTORS, type Sector } from '#db/tables/organisation.ts';
import { pairOf, type SectorPair } from './sector-pair.ts';

/** What is asked of a partnership: the sectors of its members, one for each member. */
interface OfSectors {
  members: readonly { sector: Sector }[];
}

/** A pair of sectors with the partnerships that join them. */
export interface JoinedPair<P> {
  pair: SectorPair;
  partnerships: P[];
}

export interface AcrossSectors<P> {
  /** How many partnerships were looked at. */
  total: number;
  /** The sectors that have a member in any partnership, in the order of SECTORS: the rows and columns of figure 8. */
  sectors: { sector: Sector; partnerships: P[] }[];
  /** The sectors that have none. */
  absent: Sector[];
  /** Every unordered pair of those sectors, each with itself too. */
  pairs: JoinedPair<P>[];
}

/** True when a partnership has a member of both sectors; of a sector with itself, when it has two members of it. */
export function joins({ members }: OfSectors, [one, other]: SectorPair): boolean {
  const of = (sector: Sector): number => members.filter((member) => member.sector === sector).length;
  return one === other ? of(one) > 1 : of(one) > 0 && of(other) > 0;
}

/** True when a partnership has a member of the sector. */
export function hasSector({ members }: OfSectors, sector: Sector): boolean {
  return members.some((member) => member.sector === sector);
}

/** Which partnerships join each pair of sectors. A partnership counts once for a pair, however many members it has. */
export function acrossSectors<P extends OfSectors>(partnerships: readonly P[]): AcrossSectors<P> {
  const counted = SECTORS.map((sector) => ({
    sector,
    partnerships: partnerships.filter((partnership) => hasSector(partnership, sector)),
  }));
  const sectors = counted.filter((row) => row.partnerships.length > 0);
  const pairs = sectors.flatMap(({ sector }, i) => sectors.slice(i).map((other) => pairOf(sector, other.sector)));
  return {
    total: partnerships.length,
    sectors,
    absent: counted.filter((row) => row.partnerships.length === 0).map(({ sector }) => sector),
    pairs: pairs.map((pair) => ({ pair, partnerships: partnerships.filter((each) => joins(each, pair)) })),
  };
}

/** The pairs of two different sectors. */
export function pairsApart<P>({ pairs }: AcrossSectors<P>): JoinedPair<P>[] {
  return pairs.filter(({ pair: [one, other] }) => one !== other);
}

/** Pairs of different sectors that no partnership joins, under the first of each. */
export function notJoined(across: AcrossSectors<unknown>): { sector: Sector; others: Sector[] }[] {
  const none = pairsApart(across).filter(({ partnerships }) => partnerships.length === 0);
  return across.sectors
    .map(({ sector }) => ({
      sector,
      others: none.filter(({ pair: [one] }) => one === sector).map(({ pair: [, other] }) => other),
    }))
    .filter(({ others }) => others.length > 0);
}

/** Sectors that never have two members in one partnership. */
export function neverTwice({ pairs }: AcrossSectors<unknown>): Sector[] {
  return pairs
    .filter(({ pair: [one, other], partnerships }) => one === other && partnerships.length === 0)
    .map(({ pair: [one] }) => one);
}
