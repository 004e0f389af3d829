import type { Kysely } from 'kysely';
import { listFactChanges } from '#db/queries/list-fact-changes.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listMilestones } from '#db/queries/list-milestones.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database, MilestoneFact } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { londonDay } from '../clock.ts';
import { factsAsAt } from '../milestone-status.ts';
import type { Day } from '../partial-date.ts';
import { authorShown } from '../people/author.ts';
import { readEventsAsAt } from '../record/events.server.ts';
import { shownIn } from '../record/held.server.ts';
import { provenances } from '../record/provenance.ts';
import type { EventView, FactView, MilestoneView, RecommendationView, ThemeView } from '../record/record.ts';
import { factView, readRecordAsAt } from '../record/record-as-at.server.ts';
import { themesAbove } from '../themes/nesting.ts';

/** A fact with when and by whom it was recorded; who is null for what was loaded with the strategy. */
export interface RecordedFact extends FactView {
  recordedOn: Day;
  recordedBy: string | null;
  changeReason: string | null;
  /** The file that it came with, for readers inside. */
  fileName: string | null;
}

export interface MilestonePage {
  code: string;
  title: string;
  /** Null on a day before anything was promised. */
  milestone: MilestoneView | null;
  recommendation: RecommendationView;
  theme: ThemeView;
  /** The themes that its theme is part of, the outermost first. */
  above: ThemeView[];
  /** Today: every fact, replaced ones too. On an earlier day: those that count on it. In the order of recording. */
  history: RecordedFact[];
  /** Number of the newest fact; a form carries it, so that nobody writes over what they have not seen. */
  newest: number;
  events: EventView[];
  before: MilestoneView | null;
  after: MilestoneView | null;
}

/** Everything a milestone's page shows, as at a day; undefined for a code that none has. */
export async function readMilestonePage(
  db: Kysely<Database>,
  code: string,
  asAt: AsAt,
): Promise<MilestonePage | undefined> {
  const row = (await listMilestones(db)).find((milestone) => milestone.code === code);
  const record = await readRecordAsAt(db, asAt);
  const recommendation = record.recommendations.find((other) => other.code === row?.recommendation);
  const theme = record.themes.find((other) => other.code === recommendation?.theme);
  const facts = (await listMilestoneFacts(db, code)).filter(await shownIn(db, asAt.view));
  // Without a fact that this reader may see, it came with a return that is not published.
  if (!row || !recommendation || !theme || facts.length === 0) return undefined;
  const place = record.milestones.findIndex((milestone) => milestone.code === code);
  const history = await readHistory(db, code, facts, asAt);
  return {
    code,
    title: row.title,
    milestone: record.milestones[place] ?? null,
    recommendation,
    theme,
    above: themesAbove(record.themes, theme),
    history,
    newest: history.at(-1)?.number ?? 0,
    events: (await readEventsAsAt(db, asAt)).filter((event) => event.milestone === code),
    before: place > 0 ? (record.milestones[place - 1] ?? null) : null,
    after: place >= 0 ? (record.milestones[place + 1] ?? null) : null,
  };
}

async function readHistory(
  db: Kysely<Database>,
  code: string,
  facts: MilestoneFact[],
  asAt: AsAt,
): Promise<RecordedFact[]> {
  const changes = new Map((await listFactChanges(db, code)).map((change) => [change.fact, change]));
  const sources = provenances(await listSources(db), asAt);
  const shown = asAt.isToday ? facts : factsAsAt(facts, asAt.day);
  return shown.map((fact) => {
    const change = changes.get(fact.number);
    return {
      ...factView(fact, facts, sources, asAt.isToday),
      recordedOn: londonDay(new Date(change?.recordedAt ?? '')),
      recordedBy: change ? authorShown(change, asAt.view) : null,
      changeReason: asAt.isToday ? (change?.reason ?? null) : null,
      fileName: asAt.view === 'internal' ? (change?.fileName ?? null) : null,
    };
  });
}
