import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { findStrategy, type Strategy } from '#db/queries/find-strategy.ts';
import { listAddedRecommendations } from '#db/queries/list-added-recommendations.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listMilestones, type MilestoneRow } from '#db/queries/list-milestones.ts';
import { listRecommendations, type RecommendationRow } from '#db/queries/list-recommendations.ts';
import { listResponsibilities } from '#db/queries/list-responsibilities.ts';
import { listSources } from '#db/queries/list-sources.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import { listSuccessions } from '#db/queries/list-successions.ts';
import { listThemes, type Theme } from '#db/queries/list-themes.ts';
import type { Database, MilestoneFact, StageJudgement } from '#db/schema.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';
import { CROSS_CUTTING } from '#db/tables/theme.ts';
import type { AsAt } from '../as-at.ts';
import { londonDay } from '../clock.ts';
import { groupBy } from '../group-by.ts';
import { latenessOf } from '../lateness.ts';
import { factsAsAt, milestoneAsAt, standingFacts } from '../milestone-status.ts';
import { type Day, firstDay } from '../partial-date.ts';
import { judgementAsAt } from '../stage.ts';
import { inTreeOrder, themesAbove } from '../themes/nesting.ts';
import { shownIn } from './held.server.ts';
import { organisationsByRecommendation } from './organisations.ts';
import { type Provenances, provenances } from './provenance.ts';
import type {
  FactView,
  MilestoneView,
  RecommendationView,
  RecordAsAt,
  StageView,
  StrategyView,
  ThemeView,
} from './record.ts';

/** How many days are kept for each database: today, and the earlier ones that readers are looking at. */
const DAYS_KEPT = 12;

/** Records that were read before, good for as long as nothing new is recorded. */
const kept = new WeakMap<Kysely<Database>, { change: number; records: Map<string, RecordAsAt> }>();

/**
 * The whole record as it stood on a day, using everything recorded since.
 * Milestones that had not been promised by then are left out. The one read behind every page of the record.
 * It is read once for each newest change: whatever is recorded, by this program or another, is seen at once.
 */
export async function readRecordAsAt(db: Kysely<Database>, asAt: AsAt): Promise<RecordAsAt> {
  const change = await findNewestChange(db);
  const before = kept.get(db);
  const records = before?.change === change ? before.records : new Map<string, RecordAsAt>();
  if (records !== before?.records) kept.set(db, { change, records });
  const key = `${asAt.day} ${asAt.isToday} ${asAt.view} ${asAt.publishing ?? ''}`;
  const record = records.get(key) ?? (await readRecord(db, asAt));
  records.delete(key);
  records.set(key, record);
  for (const oldest of [...records.keys()].slice(0, -DAYS_KEPT)) records.delete(oldest);
  return record;
}

async function readRecord(db: Kysely<Database>, asAt: AsAt): Promise<RecordAsAt> {
  const { day, isToday, view, publishing } = asAt;
  const sources = provenances(await listSources(db), asAt);
  const shown = await shownIn(db, view, publishing);
  const facts = groupBy((await listMilestoneFacts(db)).filter(shown), (fact) => fact.milestone);
  const judgements = groupBy((await listStageJudgements(db)).filter(shown), (judgement) => judgement.recommendation);
  const organisations = organisationsByRecommendation(await listResponsibilities(db), await listSuccessions(db), day);
  const notYet = isToday ? new Set<string>() : await addedAfter(db, day);
  const themes = inTreeOrder(await listThemes(db));
  const recommendations = byTheme(
    themes,
    (await listRecommendations(db)).filter(({ code }) => !notYet.has(code)),
  );
  const themeOf = new Map(recommendations.map(({ code, theme }) => [code, theme]));
  return {
    strategy: strategyView(await findStrategy(db), isToday),
    day,
    isToday,
    view,
    ...(publishing ? { publishing } : {}),
    themes: themes.map((theme) => themeView(theme, themes)),
    recommendations: recommendations.map((row) => ({
      ...recommendationView(row, sources, isToday),
      stage: stageView(judgements.get(row.code) ?? [], day),
      organisations: organisations.get(row.code) ?? [],
    })),
    milestones: byTheme(
      themes,
      (await listMilestones(db)).flatMap((row) => {
        const theme = themeOf.get(row.recommendation);
        return theme === undefined ? [] : milestoneView(row, theme, facts.get(row.code) ?? [], sources, asAt);
      }),
    ),
  };
}

/** Rows in the order of their themes, otherwise as they came. */
function byTheme<T extends { theme: string }>(themes: readonly Theme[], rows: readonly T[]): T[] {
  const places = new Map(themes.map(({ code }, place) => [code, place]));
  return [...rows].sort((a, b) => (places.get(a.theme) ?? 0) - (places.get(b.theme) ?? 0));
}

/** Codes of the recommendations that somebody added to the record after that day. */
async function addedAfter(db: Kysely<Database>, day: Day): Promise<Set<string>> {
  const added = await listAddedRecommendations(db);
  return new Set(added.filter(({ recordedAt }) => londonDay(new Date(recordedAt)) > day).map(({ code }) => code));
}

function strategyView({ change: _, ...strategy }: Strategy, isToday: boolean): StrategyView {
  return { ...strategy, succeededBy: isToday ? strategy.succeededBy : null };
}

function themeView(theme: Theme, themes: readonly Theme[]): ThemeView {
  const { code, name, aim, goals, placeInReport, parent } = theme;
  const depth = themesAbove(themes, theme).length;
  const crossCutting = code === CROSS_CUTTING;
  return { code, name, aim, goals: goals?.split('\n') ?? [], placeInReport, parent, depth, crossCutting };
}

function recommendationView(
  { position: _, source, confirmation, ...row }: RecommendationRow,
  sources: Provenances,
  isToday: boolean,
): Omit<RecommendationView, 'stage' | 'organisations'> {
  return { ...row, note: isToday ? row.note : null, ...sources({ source, confirmation }) };
}

function stageView(judgements: StageJudgement[], day: string): StageView | null {
  const judgement = judgementAsAt(judgements, day);
  if (!judgement) return null;
  const { stage, judgedOn, judgedBy, reason } = judgement;
  return { stage, judgedOn, judgedBy, reason };
}

function milestoneView(
  row: MilestoneRow,
  theme: string,
  facts: MilestoneFact[],
  sources: Provenances,
  { day, isToday }: AsAt,
): MilestoneView[] {
  const state = milestoneAsAt(facts, day);
  // Every milestone came with a first date: without a fact it came with a return that this reader may not see.
  if (!state || facts.length === 0) return [];
  const counted = factsAsAt(facts, day);
  const { status, firstDate, latestDate, outcome, restsOn } = state;
  return [
    {
      code: row.code,
      recommendation: row.recommendation,
      theme,
      title: row.title,
      note: isToday ? row.note : null,
      status,
      firstDate,
      latestDate,
      outcome: outcome?.value ? { kind: outcome.kind, date: outcome.value } : null,
      lateness: latenessOf(state),
      noOutcomeFound: status === 'date passed' && counted.length === standingFacts(facts).length,
      ...(restsOn ? sources(restsOn) : { confirmation: 'memory' as const, source: null }),
      facts: inOrderSaid(counted).map((fact) => factView(fact, facts, sources, isToday)),
    },
  ];
}

function inOrderSaid(facts: MilestoneFact[]): MilestoneFact[] {
  return [...facts].sort((a, b) => firstDay(a.saidOn).localeCompare(firstDay(b.saidOn)) || a.number - b.number);
}

/** Facts whose note is the reason given for moving a date, and so belongs to the day it was said. */
const GIVES_REASON: readonly FactKind[] = ['forecast', 'undated', 'agreed baseline'];

/** One fact as pages show it. A note that may tell later history is kept back on an earlier day. */
export function factView(fact: MilestoneFact, all: MilestoneFact[], sources: Provenances, isToday: boolean): FactView {
  return {
    number: fact.number,
    kind: fact.kind,
    value: fact.value,
    asPublished: fact.asPublished,
    saidOn: fact.saidOn,
    note: isToday || GIVES_REASON.includes(fact.kind) ? fact.note : null,
    replaces: fact.replaces,
    replacedBy: all.find((other) => other.replaces === fact.number)?.number ?? null,
    ...sources(fact),
  };
}
