import { SECTORS, type Sector } from '#db/tables/organisation.ts';

/** Two sectors, in the order of SECTORS; the same twice stands for two members of one sector. */
export type SectorPair = [Sector, Sector];

/** A sector as an address has it: "research-funder". */
export function sectorSlug(sector: Sector): string {
  return sector.replaceAll(' ', '-');
}

/** A pair as an address has it, before it is encoded: "nhs university", which an address writes `nhs+university`. */
export function pairSlug([one, other]: SectorPair): string {
  return `${sectorSlug(one)} ${sectorSlug(other)}`;
}

/** The sector that an address names; undefined for text that names none. */
export function sectorOfSlug(slug: string | undefined): Sector | undefined {
  return SECTORS.find((sector) => sectorSlug(sector) === slug);
}

/** The pair that an address names, in whichever order; undefined for text that is not two sectors. */
export function pairOfSlug(text: string): SectorPair | undefined {
  const [one, other, ...more] = text.split(' ').map(sectorOfSlug);
  return one && other && more.length === 0 ? pairOf(one, other) : undefined;
}

/** Two sectors as a pair, in the order of SECTORS. */
export function pairOf(one: Sector, other: Sector): SectorPair {
  return SECTORS.indexOf(one) <= SECTORS.indexOf(other) ? [one, other] : [other, one];
}
