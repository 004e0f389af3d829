import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Confirmation } from '#db/tables/source.ts';
import type { Cell } from '../cells.ts';
import { latenessInWords } from '../lateness.ts';
import type { Quarter } from '../quarter.ts';
import type { RecordAsAt } from '../record/record.ts';
import { milestoneCsvRows, sourceInWords } from '../registers/register-csv.ts';

/** Rises when the shape of the JSON file changes in a way that breaks a reader. */
const SCHEMA_VERSION = 1;

/** The quarterly summary as rows of a CSV file, one a milestone that had been promised by the quarter's end. */
export function summaryCsv(record: RecordAsAt): Cell[][] {
  return milestoneCsvRows(record, record.milestones);
}

interface SummaryMilestone {
  code: string;
  title: string;
  recommendation: string;
  theme: string;
  status: MilestoneStatus;
  firstDate: string | null;
  latestDate: string | null;
  outcomeDate: string | null;
  lateByDays: number | null;
  lateBy: string;
  organisations: { code: string; name: string; role: string; basis: string }[];
  confirmation: Confirmation;
  source: string | null;
}

/** The quarterly summary as JSON: the same facts as the CSV file, under names. Dates are partial ISO text. */
export function summaryJson(record: RecordAsAt, quarter: Quarter) {
  const recommendations = new Map(
    record.recommendations.map((recommendation) => [recommendation.code, recommendation]),
  );
  const milestones = record.milestones.map((milestone): SummaryMilestone => {
    const organisations = recommendations.get(milestone.recommendation)?.organisations ?? [];
    return {
      code: milestone.code,
      title: milestone.title,
      recommendation: milestone.recommendation,
      theme: milestone.theme,
      status: milestone.status,
      firstDate: milestone.firstDate,
      latestDate: milestone.latestDate,
      outcomeDate: milestone.outcome?.date ?? null,
      lateByDays: milestone.lateness.comparable ? milestone.lateness.span.days : null,
      lateBy: latenessInWords(milestone.lateness),
      organisations: organisations.map(({ code, name, role, basis }) => ({ code, name, role, basis })),
      confirmation: milestone.confirmation,
      source: sourceInWords(milestone) || null,
    };
  });
  return { schemaVersion: SCHEMA_VERSION, strategy: record.strategy.code, quarter, asAt: record.day, milestones };
}
