import { Tag } from '#app/components/govuk/tag.tsx';
import { CONFIDENCE_WORDS } from '#app/domain/status-words.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';

/** Delivery confidence as a word with a shape. */
export function ConfidenceTag({ confidence }: { confidence: Confidence }) {
  const { word, tag, shape } = CONFIDENCE_WORDS[confidence];
  return (
    <Tag colour={tag}>
      <span aria-hidden="true">{shape} </span>
      {word}
    </Tag>
  );
}
