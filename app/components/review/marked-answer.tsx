import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import { Lines } from '#app/components/returns/answer-list.tsx';
import type { ComparedRow } from '#app/domain/review/compare-returns.ts';
import type { Segment } from '#app/domain/review/word-diff.ts';
import { CONFIDENCES } from '#db/tables/quarterly-return.ts';

/** One answer with what changed in it: words put in underlined, words taken out struck through, and said so. */
export function MarkedAnswer({ row }: { row: ComparedRow }) {
  return (
    <>
      {row.mark === null ? null : (
        <span className={row.mark === 'changed' ? 'app-mark app-mark--changed' : 'app-mark'}>{row.markWords}</span>
      )}
      {row.words ? <Words words={row.words} /> : <Plain row={row} />}
    </>
  );
}

function Plain({ row }: { row: ComparedRow }) {
  const rating = CONFIDENCES.find((confidence) => confidence.toLowerCase() === row.text.toLowerCase());
  return row.field === 'confidence' && rating ? <ConfidenceTag confidence={rating} /> : <Lines text={row.text} />;
}

/** A text with the words that were put in and taken out marked in it. */
export function Words({ words }: { words: Segment[] }) {
  return (
    <span className="app-lines">
      {words.map((segment, place) => (
        <Run key={place} {...segment} />
      ))}
    </span>
  );
}

/** Few screen readers say that words were put in or taken out, so hidden words do. Spaces beside them are not marked. */
function Run({ kind, text }: Segment) {
  if (kind === 'same') return <>{text}</>;
  const Marked = kind === 'added' ? 'ins' : 'del';
  const words = text.trim();
  const start = text.indexOf(words);
  return (
    <>
      {text.slice(0, start)}
      <Marked className={`app-words--${kind}`}>
        <span className="govuk-visually-hidden">[{kind === 'added' ? 'put in' : 'taken out'}: </span>
        {words}
        <span className="govuk-visually-hidden">]</span>
      </Marked>
      {text.slice(start + words.length)}
    </>
  );
}
