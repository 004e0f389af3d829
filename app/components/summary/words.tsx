import type { WordsBlock } from '#app/domain/summary/document.ts';

/** Words that a person wrote, as they wrote them, with who they are. */
export function Words({ label, text, by }: Pick<WordsBlock, 'label' | 'text' | 'by'>) {
  return (
    <div className="app-measure">
      <p className="govuk-body app-lines">
        {label ? <strong>{label}: </strong> : null}
        {text}
      </p>
      {by ? <p className="govuk-body app-note app-by">{by}</p> : null}
    </div>
  );
}
