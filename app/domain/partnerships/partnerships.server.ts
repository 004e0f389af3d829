import type { Kysely } from 'kysely';
import { listFindingThemes } from '#db/queries/list-finding-themes.ts';
import { listFindings } from '#db/queries/list-findings.ts';
import { listPartnershipMembers, type PartnershipMemberRow } from '#db/queries/list-partnership-members.ts';
import { listPartnershipStrands } from '#db/queries/list-partnership-strands.ts';
import { listPartnershipThemes } from '#db/queries/list-partnership-themes.ts';
import { listPartnerships, type PartnershipRow } from '#db/queries/list-partnerships.ts';
import { listSources } from '#db/queries/list-sources.ts';
import { listSuccessions, type SuccessionRow } from '#db/queries/list-successions.ts';
import type { Database } from '#db/schema.ts';
import { groupBy } from '../group-by.ts';
import type { Day } from '../partial-date.ts';
import { endedBy } from '../record/organisations.ts';
import { provenances } from '../record/provenance.ts';
import type { RecordAsAt } from '../record/record.ts';
import {
  type FindingsOfSource,
  hasStartedBy,
  type PartnershipMember,
  type PartnershipView,
  servesTheme,
} from './partnership.ts';

export interface PartnershipPage {
  partnership: PartnershipView;
  before: PartnershipView | null;
  after: PartnershipView | null;
}

/**
 * Every partnership as its standing revision has it, in the strategy's order. `today` tells which members have ended; when
 * it is an earlier day, titles of later sources are kept back.
 */
export async function readPartnerships(db: Kysely<Database>, today: Day, isToday = true): Promise<PartnershipView[]> {
  const sources = provenances(await listSources(db), { day: today, isToday });
  const members = groupBy(await listPartnershipMembers(db), (row) => row.partnership);
  const themes = groupBy(await listPartnershipThemes(db), (row) => row.partnership);
  const strands = groupBy(await listPartnershipStrands(db), (row) => row.partnership);
  const successions = groupBy(await listSuccessions(db), (row) => row.organisation);
  return (await listPartnerships(db)).map(({ confirmation, source, ...row }) => ({
    ...textOf(row),
    ...sources({ confirmation, source }),
    members: (members.get(row.code) ?? []).map((member) =>
      memberView(member, successions.get(member.organisation) ?? [], today),
    ),
    themes: (themes.get(row.code) ?? []).map(({ theme, name }) => ({ code: theme, name })),
    strands: (strands.get(row.code) ?? []).map(({ name, detail }) => ({ name, detail })),
  }));
}

/** The partnerships of some themes, or of all, on the day of a record: on an earlier day those that had started by then. */
export async function readPartnershipsBy(
  db: Kysely<Database>,
  { day, isToday }: Pick<RecordAsAt, 'day' | 'isToday'>,
  themes: readonly string[] | null,
): Promise<PartnershipView[]> {
  return (await readPartnerships(db, day, isToday)).filter(
    (partnership) =>
      (isToday || hasStartedBy(partnership, day)) && (themes === null || servesTheme(partnership, themes)),
  );
}

/** A partnership with its neighbours in the strategy's order; undefined for a code that none has. */
export async function readPartnershipPage(
  db: Kysely<Database>,
  code: string,
  today: Day,
): Promise<PartnershipPage | undefined> {
  const partnerships = await readPartnerships(db, today);
  const place = partnerships.findIndex((partnership) => partnership.code === code);
  const partnership = partnerships[place];
  if (!partnership) return undefined;
  return { partnership, before: partnerships[place - 1] ?? null, after: partnerships[place + 1] ?? null };
}

/** What reports found about how partnerships work, source by source in the order of the record. */
export async function readFindings(db: Kysely<Database>, today: Day): Promise<FindingsOfSource[]> {
  const sources = provenances(await listSources(db), { day: today, isToday: true });
  const themes = groupBy(await listFindingThemes(db), (row) => row.finding);
  return [...groupBy(await listFindings(db), (finding) => finding.source)].flatMap(([code, findings]) => {
    const { source } = sources({ confirmation: 'published', source: code });
    if (!source) return [];
    const views = findings.map((finding) => ({
      code: finding.code,
      text: finding.text,
      themes: (themes.get(finding.code) ?? []).map(({ theme, name }) => ({ code: theme, name })),
    }));
    return [{ source, findings: views }];
  });
}

function textOf({ code, name, startedOn, purpose, funding, note }: Omit<PartnershipRow, 'confirmation' | 'source'>) {
  return { code, name, startedOn, purpose, funding, note };
}

function memberView(row: PartnershipMemberRow, successions: SuccessionRow[], today: Day): PartnershipMember {
  const { organisation, name, shortName, sector, role, until } = row;
  const ended = endedBy(until, today);
  return {
    code: organisation,
    name,
    shortName,
    sector,
    role,
    ended,
    successors:
      ended === null
        ? []
        : successions.map(({ successor, successorName }) => ({ code: successor, name: successorName })),
  };
}
