import type { ReactNode } from 'react';
import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import { quarterLabel } from '#app/domain/quarter.ts';
import type { LastReturn } from '#app/domain/returns/read-return.server.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import { Lines } from './answer-list.tsx';

interface QuestionProps {
  last: LastReturn | null;
  /** The columns of the last return that answered this question. */
  said?: (content: ReturnContent) => string | null;
  /** The office's words on this part of what came back. */
  comment?: string;
  children: ReactNode;
}

/** A question with what was said last quarter beside it, on a narrow screen above it. */
export function Question({ last, said, comment, children }: QuestionProps) {
  return (
    <div className="app-question">
      <div className="app-question__beside">
        {comment ? (
          <div className="app-question__comment">
            <p className="app-question__heading">The strategy office says</p>
            <Lines text={comment} />
          </div>
        ) : null}
        {last && said ? (
          <div className="app-question__last">
            <p className="app-question__heading">{quarterLabel(last.quarter)}</p>
            <Lines text={said(last.content) ?? 'Nothing was said.'} />
          </div>
        ) : null}
      </div>
      <div className="app-question__box">{children}</div>
    </div>
  );
}

/** The rating of the last return, and the office's own where it gave one. */
export function LastRating({ last }: { last: LastReturn }) {
  return (
    <p className="govuk-body">
      {quarterLabel(last.quarter)}: <ConfidenceTag confidence={last.content.confidence} />
      {last.ownConfidence ? (
        <>
          {' '}
          The strategy office’s own rating: <ConfidenceTag confidence={last.ownConfidence} />
        </>
      ) : null}
    </p>
  );
}
