import type { Direction, ObservationStatus } from '#db/tables/indicator.ts';
import type { StrategyRows } from './check-strategy.ts';
import { type Cells, needed, numbering, orNull, provenance, type TableRows } from './table-rows.server.ts';

/** The rows of indicators, partnerships and findings with their parts, in an order that foreign keys allow. */
export function collaborationTables(rows: StrategyRows, change: number): TableRows {
  const cellsOf = (file: keyof StrategyRows): Cells[] => rows[file].map((row) => row.cells);
  return {
    indicator: cellsOf('indicators.csv').map((c, index) => ({
      code: needed(c['code']),
      theme: needed(c['theme']),
      position: index + 1,
      name: needed(c['name']),
      unit: needed(c['unit']),
      direction: c['direction'] as Direction,
      target: orNull(c['target']),
      targetDue: orNull(c['target_due']),
      targetBasis: orNull(c['target_basis']),
      caution: orNull(c['caution']),
      change,
    })),
    observation: observationRows(cellsOf('observations.csv'), change),
    ...partnershipTables(cellsOf, change),
    finding: cellsOf('findings.csv').map((c, index) => ({
      code: needed(c['code']),
      position: index + 1,
      source: needed(c['source']),
      text: needed(c['text']),
      change,
    })),
    findingTheme: cellsOf('findings.csv').flatMap((c) =>
      (c['themes'] ? c['themes'].split(' | ') : []).map((theme) => ({ finding: needed(c['code']), theme, change })),
    ),
  };
}

/** A second value for the same period of a series restates the one before it. */
function observationRows(observations: Cells[], change: number): NonNullable<TableRows['observation']> {
  const next = numbering();
  const standing = new Map<string, number>();
  return observations.map((c) => {
    const key = JSON.stringify([c['indicator'], c['series'], c['period']]);
    const number = next(needed(c['indicator']));
    const replaces = standing.get(key) ?? null;
    standing.set(key, number);
    return {
      indicator: needed(c['indicator']),
      number,
      period: needed(c['period']),
      series: needed(c['series']),
      value: needed(c['value']),
      status: c['status'] as ObservationStatus,
      note: orNull(c['note']),
      replaces,
      ...provenance(c, change),
    };
  });
}

function partnershipTables(cellsOf: (file: keyof StrategyRows) => Cells[], change: number): TableRows {
  const next = numbering();
  const partnerships = cellsOf('partnerships.csv');
  return {
    partnership: partnerships.map((c, index) => ({ code: needed(c['code']), position: index + 1, change })),
    partnershipRevision: partnerships.map((c) => ({
      partnership: needed(c['code']),
      number: 1,
      name: needed(c['name']),
      startedOn: orNull(c['started_on']),
      purpose: needed(c['purpose']),
      funding: orNull(c['funding']),
      note: orNull(c['note']),
      ...provenance(c, change),
    })),
    partnershipMember: cellsOf('partnership_members.csv').map((c) => ({
      partnership: needed(c['partnership']),
      revision: 1,
      position: next(needed(c['partnership'])),
      organisation: needed(c['organisation']),
      role: needed(c['role']),
    })),
    partnershipTheme: cellsOf('partnership_themes.csv').map((c) => ({
      partnership: needed(c['partnership']),
      revision: 1,
      theme: needed(c['theme']),
    })),
    partnershipStrand: cellsOf('partnership_strands.csv').map((c) => ({
      partnership: needed(c['partnership']),
      revision: 1,
      position: Number(c['position']),
      name: needed(c['name']),
      detail: orNull(c['detail']),
    })),
  };
}
