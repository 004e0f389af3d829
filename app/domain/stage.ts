import type { Stage, StageJudgementTable } from '#db/tables/stage-judgement.ts';
import type { Day } from './partial-date.ts';

/** Who judged a stage that the strategy office judged by its form. */
export const THE_OFFICE_JUDGES = 'strategy office';

type Judgement = Pick<StageJudgementTable, 'number' | 'judgedOn'>;

/** The judgement that stood on a day: the latest made by then; of two made on one day, the one recorded later. */
export function judgementAsAt<J extends Judgement>(judgements: readonly J[], day: Day): J | null {
  return judgements
    .filter((judgement) => judgement.judgedOn <= day)
    .reduce<J | null>((best, judgement) => {
      if (!best || judgement.judgedOn > best.judgedOn) return judgement;
      return judgement.judgedOn === best.judgedOn && judgement.number > best.number ? judgement : best;
    }, null);
}

const UNKNOWN: readonly Stage[] = ['no public evidence', 'not assessed'];

/** True for a stage that says nothing of delivery; also when nobody has judged it. */
export const isUnknownStage = (stage: Stage | null): boolean => stage === null || UNKNOWN.includes(stage);

const OVER: readonly Stage[] = ['delivered', 'changed', 'not delivered'];

/** True while something may still be done: also when nobody has judged it, or no evidence was found. */
export function isOpenStage(stage: Stage | null): boolean {
  return stage === null || !OVER.includes(stage);
}
