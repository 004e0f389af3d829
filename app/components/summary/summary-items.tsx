import type { ListItem } from '#app/domain/summary/document.ts';
import { isFew, MadeFrom, ReferenceList, referencesCounted, WithCodes } from './reference-links.tsx';

/** A list, each item with what it is about in bold and links to where it comes from. */
export function SummaryItems({ items }: { items: ListItem[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet app-measure">
      {items.map(({ title, text, references }, i) => (
        <li key={i}>
          {title ? <strong>{/[.!?:]$/.test(title) ? title : `${title}:`} </strong> : null}
          <WithCodes text={text} references={references} />
          {isFew(references) ? null : (
            <MadeFrom summary={`The ${referencesCounted(references)}`}>
              <ReferenceList references={references} />
            </MadeFrom>
          )}
        </li>
      ))}
    </ul>
  );
}
