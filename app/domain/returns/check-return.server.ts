import type { Day } from '../partial-date.ts';
import { type CheckedAnswers, checkAnswers } from './check-answers.server.ts';
import { contentFrom } from './return-answers.ts';
import type { ReturnContent } from './return-content.ts';
import type { ReturnFields } from './return-fields.ts';
import { rulesContext } from './return-milestones.ts';
import type { ReturnPage } from './return-page.server.ts';

export interface CheckedReturn extends CheckedAnswers {
  /** What would be submitted; null while something keeps it from that. */
  content: ReturnContent | null;
}

type Checked = Pick<ReturnPage, 'quarter' | 'lastQuarter' | 'milestones' | 'of'>;

/** Holds what was typed into the form of a return against the rules and the record. */
export function checkReturn(page: Checked, fields: ReturnFields, today: Day): CheckedReturn {
  const { quarter, lastQuarter, milestones, of } = page;
  const lastConfidence = lastQuarter?.content.confidence ?? null;
  const about = { quarter, today, lastConfidence, stage: of.stage?.stage ?? null };
  const checked = checkAnswers(fields, milestones.asked, rulesContext(milestones, about));
  const isWhole = Object.keys(checked.errors).length === 0;
  return { ...checked, content: isWhole ? contentFrom(checked.answers, lastQuarter?.content ?? null) : null };
}
