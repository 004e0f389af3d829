import type { MilestoneView } from '#app/domain/record/record.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

export interface LeftOutGroup {
  /** Why: "Partly met", "No first date". */
  word: string;
  milestones: Pick<MilestoneView, 'code' | 'title'>[];
}

/** From this many on, milestones are named by their codes alone, so that the line stays a line. */
const MANY = 6;

/**
 * Names what a figure does not draw: "Left out: 3 milestones. Withdrawn: Title (DAT-1.1). No date: …". `lead` gets the
 * count in words. Null when nothing is left out, so that a card can leave the line away.
 */
export function leftOutLine(lead: (count: string) => string, groups: readonly LeftOutGroup[]) {
  const named = groups.filter(({ milestones }) => milestones.length > 0);
  const total = named.reduce((sum, { milestones }) => sum + milestones.length, 0);
  if (total === 0) return null;
  return (
    <>
      {lead(counted(total, 'milestone'))}
      {named.map((group) => (
        <Group key={group.word} group={group} inFull={total < MANY} />
      ))}
    </>
  );
}

function Group({ group, inFull }: { group: LeftOutGroup; inFull: boolean }) {
  const to = useAddresses();
  const { word, milestones } = group;
  return (
    <span>
      {' '}
      {word}
      {inFull ? ': ' : ` (${milestones.length}): `}
      {milestones.map(({ code, title }, i) => (
        <span key={code}>
          {i === 0 ? '' : i === milestones.length - 1 ? ' and ' : ', '}
          <a className={inFull ? 'govuk-link' : 'govuk-link figure__code'} href={to.milestone(code)}>
            {inFull ? `${title} (${code})` : code}
            {inFull ? null : <span className="govuk-visually-hidden"> {title}</span>}
          </a>
        </span>
      ))}
      .
    </span>
  );
}
