import { counted, listed } from '../sentences.ts';
import type { TagColour } from '../status-words.ts';
import type { ImportPlan, RowOutcome } from './import-plan.ts';
import type { ImportView } from './import-view.ts';

/** What the state of a sent file is called on screen. */
export const STATE_WORDS: Record<'waiting' | 'accepted' | 'discarded', { word: string; tag: TagColour }> = {
  waiting: { word: 'Waiting', tag: 'yellow' },
  accepted: { word: 'Accepted', tag: 'green' },
  discarded: { word: 'Discarded', tag: 'grey' },
};

type Does = Pick<Record<RowOutcome, number>, 'added' | 'changed'>;

/** What a plan counts: returns, or rows of sheets. */
export const NOUNS: Record<ImportPlan['kind'], string> = { strategy: 'row', returns: 'return' };

/** "12 rows added, 3 changed": what a file did. */
export function doneInWords(kind: ImportPlan['kind'], { added, changed }: Does): string {
  const noun = NOUNS[kind];
  if (added === 0) return `${counted(changed, noun)} changed`;
  const more = changed === 0 ? '' : `, ${changed.toLocaleString('en-GB')} changed`;
  return `${counted(added, noun)} added${more}`;
}

type PlanCounts = Pick<ImportView, 'kind' | 'counts' | 'faultCount' | 'conflictCount'>;

/** True for a file that says what the record says. */
export function isNothingToDo({ counts, conflictCount }: PlanCounts): boolean {
  return counts.added + counts.changed + conflictCount === 0;
}

/** What accepting a file would do, what stands in the way, and what is asked, a sentence each; the first is the answer. */
export function planInWords(plan: PlanCounts): string[] {
  const { kind, counts, faultCount, conflictCount } = plan;
  if (faultCount > 0)
    return [
      `Nothing of this file can be accepted yet: ${counted(faultCount, 'thing')} in it must be mended.`,
      `Mend ${faultCount === 1 ? 'it' : 'them'} in the spreadsheet, save it and send it again. ${faultCount === 1 ? 'It is' : 'All of them are'} told below. Nothing is in the record yet.`,
    ];
  if (isNothingToDo(plan)) return ['Nothing in this file is different from the record, so there is nothing to accept.'];
  const does = doesInWords(kind, counts);
  return [
    does === null ? 'Accepting this file would do only what you choose below.' : `Accepting this file would ${does}.`,
    'Nothing is in the record yet.',
    ...conflictsInWords(conflictCount),
  ];
}

function doesInWords(kind: ImportPlan['kind'], { added, changed }: Does): string | null {
  const noun = NOUNS[kind];
  const parts = [
    ...(added > 0 ? [`add ${counted(added, noun)}`] : []),
    ...(changed > 0 ? [`change ${added > 0 ? changed.toLocaleString('en-GB') : counted(changed, noun)}`] : []),
  ];
  return parts.length === 0 ? null : listed(parts);
}

function conflictsInWords(conflicts: number): string[] {
  if (conflicts === 0) return [];
  const which = conflicts === 1 ? 'One text was' : `${counted(conflicts, 'text')} were`;
  return [
    `${which} changed in the file and also in the record since the workbook was made: whoever accepts the file chooses which stands.`,
  ];
}

/** "45 kB", "1.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
