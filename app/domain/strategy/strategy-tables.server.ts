import type { Insertable } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Bearing } from '#db/tables/event.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';
import type { Sector } from '#db/tables/organisation.ts';
import type { SuccessionKind } from '#db/tables/organisation-succession.ts';
import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import type { SourceType } from '#db/tables/source.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { StrategyRows } from './check-strategy.ts';
import { collaborationTables } from './collaboration-tables.server.ts';
import { type Cells, needed, numbering, orNull, provenance, type TableRows } from './table-rows.server.ts';

/** The rows of every table, in an order that foreign keys allow, from files that `checkStrategy` found right. */
export function strategyTables(rows: StrategyRows, change: number): TableRows {
  const cellsOf = (file: keyof StrategyRows): Cells[] => rows[file].map((row) => row.cells);
  const [strategy] = cellsOf('strategy.csv');
  const recommendations = cellsOf('recommendations.csv');
  return {
    strategy: cellsOf('strategy.csv').map((c) => strategyRow(c, change)),
    theme: parentsFirst(cellsOf('themes.csv')).map((c) => themeRow(c, change)),
    source: cellsOf('sources.csv').map((c) => ({
      code: needed(c['code']),
      title: needed(c['title']),
      publisher: needed(c['publisher']),
      type: c['type'] as SourceType,
      url: orNull(c['url']),
      publishedOn: orNull(c['published_on']),
      change,
    })),
    organisation: cellsOf('organisations.csv').map((c) => ({
      code: needed(c['code']),
      name: needed(c['name']),
      shortName: orNull(c['short_name']),
      sector: c['sector'] as Sector,
      until: orNull(c['until']),
      change,
    })),
    organisationSuccession: cellsOf('organisation_successions.csv').map((c) => ({
      organisation: needed(c['organisation']),
      successor: needed(c['successor']),
      happenedOn: needed(c['on']),
      kind: c['kind'] as SuccessionKind,
      ...provenance(c, change),
    })),
    recommendation: recommendations.map((c) => ({
      code: needed(c['code']),
      theme: needed(c['theme']),
      position: Number(c['position']),
      change,
    })),
    recommendationRevision: recommendations.map((c) => recommendationRevisionRow(c, change)),
    stageJudgement: recommendations.map((c) => ({
      recommendation: needed(c['code']),
      number: 1,
      stage: c['stage'] as Stage,
      judgedOn: needed(c['stage_on']),
      judgedBy: needed(strategy?.['assessed_by']),
      reason: needed(c['stage_reason']),
      change,
    })),
    responsibility: cellsOf('recommendation_organisations.csv').map((c) => ({
      recommendation: needed(c['recommendation']),
      organisation: needed(c['organisation']),
      role: c['role'] as ResponsibilityRole,
      basis: c['basis'] as ResponsibilityBasis,
      fromOn: null,
      untilOn: null,
      change,
      endedChange: null,
    })),
    ...milestoneTables(cellsOf('milestones.csv'), cellsOf('milestone_dates.csv'), change),
    ...eventTables(cellsOf('events.csv'), change),
    ...collaborationTables(rows, change),
  };
}

function strategyRow(c: Cells, change: number): Insertable<Database['strategy']> {
  return {
    code: needed(c['code']),
    name: needed(c['name']),
    shortName: needed(c['short_name']),
    author: needed(c['author']),
    publishedOn: needed(c['published_on']),
    succeededBy: orNull(c['succeeded_by']),
    assessedOn: needed(c['assessed_on']),
    assessedBy: needed(c['assessed_by']),
    about: needed(c['about']),
    change,
  };
}

function themeRow(c: Cells, change: number): Insertable<Database['theme']> {
  return {
    code: needed(c['code']),
    parent: orNull(c['parent']),
    position: Number(c['position']),
    name: needed(c['name']),
    aim: needed(c['aim']),
    goals: orNull(c['goals']?.split(' | ').join('\n')),
    placeInReport: orNull(c['place_in_report']),
    change,
  };
}

function recommendationRevisionRow(c: Cells, change: number): Insertable<Database['recommendationRevision']> {
  return {
    recommendation: needed(c['code']),
    number: 1,
    title: needed(c['title']),
    summary: needed(c['summary']),
    target: orNull(c['target']),
    targetDue: orNull(c['target_due']),
    doneWhen: orNull(c['done_when']),
    placeInSource: orNull(c['place_in_source']),
    note: orNull(c['note']),
    reporting: null,
    ...provenance(c, change),
  };
}

/** A theme inside another comes after it, so that its parent is there when it is added. */
function parentsFirst(themes: Cells[]): Cells[] {
  const parentOf = new Map(themes.map((c) => [needed(c['code']), needed(c['parent'])]));
  const depth = (code: string): number => (parentOf.has(code) ? 1 + depth(parentOf.get(code) ?? '') : 0);
  return [...themes].sort((a, b) => depth(needed(a['code'])) - depth(needed(b['code'])));
}

function milestoneTables(milestones: Cells[], dates: Cells[], change: number): TableRows {
  const next = numbering();
  return {
    milestone: milestones.map((c) => ({
      code: needed(c['code']),
      recommendation: needed(c['recommendation']),
      position: Number(c['position']),
      change,
    })),
    milestoneRevision: milestones.map((c) => ({
      milestone: needed(c['code']),
      number: 1,
      title: needed(c['title']),
      note: orNull(c['note']),
      change,
    })),
    milestoneFact: dates.map((c) => ({
      milestone: needed(c['milestone']),
      number: next(needed(c['milestone'])),
      kind: c['kind'] as FactKind,
      value: orNull(c['value']),
      asPublished: orNull(c['as_published']),
      saidOn: needed(c['said_on']),
      note: orNull(c['note']),
      replaces: null,
      ...provenance(c, change),
    })),
  };
}

function eventTables(events: Cells[], change: number): TableRows {
  return {
    event: events.map((c) => ({
      code: needed(c['code']),
      recommendation: needed(c['recommendation']),
      milestone: orNull(c['milestone']),
      happenedOn: needed(c['date']),
      title: needed(c['title']),
      bearing: c['bearing'] as Bearing,
      note: orNull(c['note']),
      ...provenance(c, change),
    })),
    eventRecommendation: events.flatMap((c) =>
      (c['also_bears_on'] ? c['also_bears_on'].split(' | ') : []).map((recommendation) => ({
        event: needed(c['code']),
        recommendation,
        change,
      })),
    ),
  };
}
