import { SECTORS, type Sector } from '#db/tables/organisation.ts';
import { groupBy } from '../group-by.ts';
import { sectorInWords } from '../organisations/sector-words.ts';
import { type Day, formatPartialDate, lastDay, type PartialDate } from '../partial-date.ts';
import type { Provenance, SourceRef } from '../record/record.ts';
import { counted, listed } from '../sentences.ts';

export interface Named {
  code: string;
  name: string;
}

/** An organisation that takes part in a partnership. */
export interface PartnershipMember extends Named {
  shortName: string | null;
  sector: Sector;
  /** In the partnership's own words. */
  role: string;
  /** When the body ended, if that was on or before the day. */
  ended: PartialDate | null;
  /** Who took over from it, if it ended. */
  successors: Named[];
}

export interface PartnershipView extends Named, Provenance {
  startedOn: PartialDate | null;
  purpose: string;
  funding: string | null;
  note: string | null;
  members: PartnershipMember[];
  themes: Named[];
  /** The parts of what it does, in their order. */
  strands: { name: string; detail: string | null }[];
}

/** What reports by one source found about how partnerships work. */
export interface FindingsOfSource {
  source: SourceRef;
  findings: { code: string; text: string; themes: Named[] }[];
}

/** True when a partnership is known to have started by a day; a start that is not recorded cannot be told. */
export function hasStartedBy({ startedOn }: { startedOn: PartialDate | null }, day: Day): boolean {
  return startedOn !== null && lastDay(startedOn) <= day;
}

/** True when a partnership serves one of some themes: of a theme and what is inside it. */
export function servesTheme({ themes }: { themes: readonly Named[] }, codes: readonly string[]): boolean {
  return themes.some(({ code }) => codes.includes(code));
}

/** How many partnerships there are, who takes part, and how many rest on memory, in sentences. */
export function partnershipsInWords(partnerships: readonly PartnershipView[]): string[] {
  if (partnerships.length === 0) return ['No partnership is recorded.'];
  const members = partnerships.flatMap((partnership) => partnership.members);
  const sectors = new Set(members.map(({ sector }) => sector)).size;
  const organisations = new Set(members.map(({ code }) => code)).size;
  const fromMemory = partnerships.filter(({ confirmation }) => confirmation === 'memory').length;
  return [
    `${counted(partnerships.length, 'partnership')}, in which ${counted(organisations, 'organisation')} of ${counted(sectors, 'sector')} take part.`,
    ...(fromMemory > 0 ? [`${fromMemory} of them ${fromMemory === 1 ? 'rests' : 'rest'} on memory.`] : []),
  ];
}

/** Members under their sectors, in the order of SECTORS. */
export function membersBySector<M extends { sector: Sector }>(
  members: readonly M[],
): { sector: Sector; members: M[] }[] {
  const groups = groupBy(members, ({ sector }) => sector);
  return SECTORS.map((sector) => ({ sector, members: groups.get(sector) ?? [] })).filter(
    ({ members }) => members.length > 0,
  );
}

type MemberName = Pick<PartnershipMember, 'name' | 'shortName' | 'ended'>;

/** "GSK, Leeds Hospitals and NHSX (until 2022)": members by the names they are known by. */
export function membersInShort(members: readonly MemberName[]): string {
  return listed(
    members.map(
      ({ name, shortName, ended }) => `${shortName ?? name}${ended ? ` (until ${formatPartialDate(ended)})` : ''}`,
    ),
  );
}

/** "University: Oxford and Imperial. Industry: GSK.": all members in one line. */
export function membersInWords(members: readonly (MemberName & { sector: Sector })[]): string {
  if (members.length === 0) return 'No member is recorded.';
  return membersBySector(members)
    .map((group) => `${sectorInWords(group.sector)}: ${membersInShort(group.members)}.`)
    .join(' ');
}
