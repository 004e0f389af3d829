import type { StageJudgementTable } from '#db/tables/stage-judgement.ts';
import { type Difference, differencesOf, type Labels } from '../editing/differences.ts';
import { formatPartialDate } from '../partial-date.ts';
import { STAGE_WORDS } from '../status-words.ts';

/** What a judgement of a stage says. */
export type JudgementText = Pick<StageJudgementTable, 'stage' | 'judgedOn' | 'judgedBy' | 'reason'>;

const LABELS: Labels<JudgementText> = {
  stage: 'Stage',
  judgedOn: 'Judged on',
  judgedBy: 'Judged by',
  reason: 'Reason',
};

/** Where two judgements differ. */
export function judgementDifferences(before: JudgementText, after: JudgementText): Difference[] {
  const text = ({ stage, judgedOn, judgedBy, reason }: JudgementText) => ({ stage, judgedOn, judgedBy, reason });
  return differencesOf<JudgementText>(LABELS, text(before), text(after), (field, value) => {
    if (field === 'judgedOn') return formatPartialDate(value);
    return field === 'stage' ? STAGE_WORDS[value as keyof typeof STAGE_WORDS].word : value;
  });
}

/** A judgement in a few words: "Delivered, judged by strategy office on 20 November 2026". */
export function judgementInWords({ stage, judgedOn, judgedBy }: JudgementText): string {
  return `${STAGE_WORDS[stage].word}, judged by ${judgedBy} on ${formatPartialDate(judgedOn)}`;
}
