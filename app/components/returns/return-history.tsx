import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import { londonMoment } from '#app/domain/clock.ts';
import type { ReturnRevisionRead } from '#app/domain/returns/read-revisions.server.ts';
import { ACT_WORDS } from '#app/domain/returns/return-words.ts';
import { Lines } from './answer-list.tsx';

/** Every act on a return, in order, with who did it and when. Drafts are no part of it. */
export function ReturnHistory({ revisions }: { revisions: ReturnRevisionRead[] }) {
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        What was done with this return
      </h2>
      {revisions.length === 0 ? (
        <p className="govuk-body">
          Nothing yet. Drafts are not counted: what is typed becomes part of the record when it is submitted.
        </p>
      ) : (
        <ol className="govuk-list app-items">
          {revisions.map((revision) => (
            <li key={revision.number} className="app-items__item">
              <span className="app-items__title">
                <strong>{ACT_WORDS[revision.act]}</strong> by {revision.who?.name ?? 'nobody signed in'},{' '}
                {londonMoment(new Date(revision.at))}
              </span>
              <ActDetails revision={revision} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ActDetails({ revision: { content, comment, ownConfidence } }: { revision: ReturnRevisionRead }) {
  return (
    <>
      {content ? (
        <span className="app-items__words">
          Delivery confidence: <ConfidenceTag confidence={content.confidence} />
          {content.unchanged ? ' Nothing has changed since the return before.' : ''}
        </span>
      ) : null}
      {ownConfidence ? (
        <span className="app-items__words">
          The strategy office’s own rating: <ConfidenceTag confidence={ownConfidence} />
        </span>
      ) : null}
      {comment ? (
        <span className="app-items__words">
          <Lines text={comment} />
        </span>
      ) : null}
    </>
  );
}
