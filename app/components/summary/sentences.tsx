import type { Sentence } from '#app/domain/summary/document.ts';
import { isFew, MadeFrom, ReferenceList, referencesCounted, WithCodes } from './reference-links.tsx';

/** Sentences that the program made, each leading to what it was made from: a few in it, many folded away below. */
export function Sentences({ sentences }: { sentences: Sentence[] }) {
  return (
    <>
      <p className="govuk-body app-measure">
        {sentences.map((sentence, i) => (
          <span key={i}>
            {i > 0 ? ' ' : ''}
            <WithCodes {...sentence} />
          </span>
        ))}
      </p>
      <ManyReferences sentences={sentences.filter(({ references }) => !isFew(references))} />
    </>
  );
}

function ManyReferences({ sentences }: { sentences: Sentence[] }) {
  const [first, ...more] = sentences;
  if (!first) return null;
  if (more.length === 0)
    return (
      <MadeFrom summary={`The ${referencesCounted(first.references)}`}>
        <ReferenceList references={first.references} />
      </MadeFrom>
    );
  return (
    <MadeFrom summary="What these sentences were made from">
      {sentences.map(({ text, references }) => (
        <div key={text}>
          <p className="govuk-body">
            “{text}” {referencesCounted(references)}:
          </p>
          <ReferenceList references={references} />
        </div>
      ))}
    </MadeFrom>
  );
}
