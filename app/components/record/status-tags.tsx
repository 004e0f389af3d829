import { Tag } from '#app/components/govuk/tag.tsx';
import { CONFIRMATION_WORDS, MILESTONE_STATUS_WORDS, STAGE_WORDS } from '#app/domain/status-words.ts';
import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Confirmation } from '#db/tables/source.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';

export function MilestoneStatusTag({ status, noOutcomeFound }: { status: MilestoneStatus; noOutcomeFound?: boolean }) {
  const { word, tag } = MILESTONE_STATUS_WORDS[status];
  return <Tag colour={tag}>{noOutcomeFound ? `${word}, no outcome found` : word}</Tag>;
}

export function StageTag({ stage }: { stage: Stage }) {
  const { word, tag } = STAGE_WORDS[stage];
  return <Tag colour={tag}>{word}</Tag>;
}

/** Marks what rests on memory; what was seen in a published source needs no mark, its source stands beside it. */
export function ConfirmationMark({ confirmation }: { confirmation: Confirmation }) {
  if (confirmation === 'published') return null;
  return <span className="app-confirmation">{CONFIRMATION_WORDS[confirmation].word}</span>;
}
