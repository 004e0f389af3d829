import type { Reporting } from '#db/tables/recommendation.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { Quarter } from '../quarter.ts';
import { isOpenStage } from '../stage.ts';
import { STAGE_WORDS } from '../status-words.ts';

/** Whether a recommendation is proposed for a quarter's commission, and why, in words. */
export interface Proposed {
  isProposed: boolean;
  why: string;
}

/**
 * Whether a recommendation reports in a quarter: by what the office said of it, else by its stage. Everything is on
 * offer all the same; the reviewer decides.
 */
export function proposalFor(reporting: Reporting | null, stage: Stage | null, quarter: Quarter): Proposed {
  switch (reporting) {
    case 'every quarter':
      return { isProposed: true, why: 'Reports every quarter' };
    case 'twice a year':
      return {
        isProposed: endsHalfYear(quarter),
        why: 'Reports twice a year, for the quarters that end in March and September',
      };
    case 'only when something changes':
      return { isProposed: false, why: 'Reports only when something changes' };
    case 'finished':
      return { isProposed: false, why: 'Has finished reporting' };
    case null:
      return byStage(stage);
  }
}

const endsHalfYear = (quarter: Quarter): boolean => quarter.endsWith('Q2') || quarter.endsWith('Q4');

function byStage(stage: Stage | null): Proposed {
  const word = stage === null ? 'not assessed' : STAGE_WORDS[stage].word.toLowerCase();
  return { isProposed: isOpenStage(stage), why: `Stage: ${word}` };
}
