import type { ReactNode } from 'react';
import type { TagColour } from '#app/domain/status-words.ts';

/** A status in a coloured box. The word carries the meaning; the colour only helps the eye. */
export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
