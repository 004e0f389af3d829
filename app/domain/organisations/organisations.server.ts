import type { Kysely } from 'kysely';
import { listOrganisations, type Organisation } from '#db/queries/list-organisations.ts';
import { listPartnershipMembers } from '#db/queries/list-partnership-members.ts';
import { listPartnerships } from '#db/queries/list-partnerships.ts';
import { listResponsibilities } from '#db/queries/list-responsibilities.ts';
import { listSources } from '#db/queries/list-sources.ts';
import { listSuccessions, type SuccessionRow } from '#db/queries/list-successions.ts';
import type { Database } from '#db/schema.ts';
import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import type { AsAt } from '../as-at.ts';
import { groupBy } from '../group-by.ts';
import type { PartialDate } from '../partial-date.ts';
import { provenances } from '../record/provenance.ts';
import type { Provenance, RecommendationView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { isOpenStage } from '../stage.ts';

/** A recommendation that an organisation answers for. */
export interface Answers {
  recommendation: RecommendationView;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
}

/** One body taking over from another, seen from either side. */
export interface Succession extends Provenance {
  kind: SuccessionRow['kind'];
  happenedOn: string;
  other: { code: string; name: string };
}

/** A partnership that an organisation takes part in. */
export interface TakesPart {
  code: string;
  name: string;
  startedOn: PartialDate | null;
  confirmation: Provenance['confirmation'];
  /** In the partnership's own words. */
  role: string;
}

export interface OrganisationPage {
  organisation: Organisation;
  /** Who took over from it; empty while it exists. */
  successors: Succession[];
  predecessors: Succession[];
  answers: Answers[];
  partnerships: TakesPart[];
  /** Recommendations of bodies that it took over from. */
  inherited: (Answers & { from: { code: string; name: string } })[];
}

/** One line of the register of organisations. */
export interface OrganisationEntry {
  organisation: Organisation;
  successors: { code: string; name: string }[];
  leads: number;
  supports: number;
  /** Recommendations it leads that are not over. */
  openLeads: number;
  /** How many partnerships it takes part in. */
  partnerships: number;
}

/** An organisation with its recommendations, partnerships and successions; undefined for a code that none has. */
export async function readOrganisationPage(
  db: Kysely<Database>,
  code: string,
  asAt: AsAt,
): Promise<OrganisationPage | undefined> {
  const organisations = new Map((await listOrganisations(db)).map((row) => [row.code, row]));
  const organisation = organisations.get(code);
  if (!organisation) return undefined;
  const record = await readRecordAsAt(db, asAt);
  const sources = provenances(await listSources(db), asAt);
  const successions = await listSuccessions(db);
  const named = (other: string) => ({ code: other, name: organisations.get(other)?.name ?? other });
  const view = (row: SuccessionRow, other: string): Succession => ({
    kind: row.kind,
    happenedOn: row.happenedOn,
    other: named(other),
    ...sources(row),
  });
  const before = successions.filter((row) => row.successor === code);
  return {
    organisation,
    successors: successions.filter((row) => row.organisation === code).map((row) => view(row, row.successor)),
    predecessors: before.map((row) => view(row, row.organisation)),
    answers: answersOf(record.recommendations, code),
    partnerships: await readTakesPart(db, code),
    inherited: before.flatMap((row) =>
      answersOf(record.recommendations, row.organisation).map((answer) => ({
        ...answer,
        from: named(row.organisation),
      })),
    ),
  };
}

async function readTakesPart(db: Kysely<Database>, organisation: string): Promise<TakesPart[]> {
  const own = (await listPartnershipMembers(db)).filter((member) => member.organisation === organisation);
  return (await listPartnerships(db)).flatMap(({ code, name, startedOn, confirmation }) =>
    own
      .filter(({ partnership }) => partnership === code)
      .map(({ role }) => ({ code, name, startedOn, confirmation, role })),
  );
}

/** Every organisation that a recommendation names, named or will name, or that takes part in a partnership or a succession, by name. */
export async function readOrganisationRegister(db: Kysely<Database>, asAt: AsAt): Promise<OrganisationEntry[]> {
  const record = await readRecordAsAt(db, asAt);
  const successions = await listSuccessions(db);
  const memberships = groupBy(await listPartnershipMembers(db), (member) => member.organisation);
  const entries = (await listOrganisations(db)).map((organisation) => {
    const answers = answersOf(record.recommendations, organisation.code);
    const leads = answers.filter(({ role }) => role === 'lead');
    return {
      organisation,
      successors: successions
        .filter((row) => row.organisation === organisation.code)
        .map((row) => ({ code: row.successor, name: row.successorShortName ?? row.successorName })),
      leads: leads.length,
      supports: answers.length - leads.length,
      openLeads: leads.filter(({ recommendation }) => isOpenStage(recommendation.stage?.stage ?? null)).length,
      partnerships: memberships.get(organisation.code)?.length ?? 0,
    };
  });
  const inSuccession = new Set(successions.flatMap((row) => [row.organisation, row.successor]));
  const everNamed = new Set((await listResponsibilities(db)).map((row) => row.organisation));
  return entries.filter(
    ({ organisation, leads, supports, partnerships }) =>
      leads + supports + partnerships > 0 || everNamed.has(organisation.code) || inSuccession.has(organisation.code),
  );
}

function answersOf(recommendations: readonly RecommendationView[], code: string): Answers[] {
  return recommendations.flatMap((recommendation) =>
    recommendation.organisations
      .filter((organisation) => organisation.code === code)
      .map(({ role, basis }) => ({ recommendation, role, basis })),
  );
}
