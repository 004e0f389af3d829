import { ButtonLink } from '#app/components/govuk/button.tsx';

/** Seconds after which a page that waits is fetched again, where scripts run. */
const LOOK_AGAIN_AFTER = 2;

interface ReadingProgressProps {
  /** The address of the page itself. */
  again: string;
  /** Rows read, of how many; null while that is not known. */
  progress: { rows: number; of: number | null };
}

/** How far the reading of a file has come. */
export function ReadingProgress({ again, progress: { rows, of } }: ReadingProgressProps) {
  return (
    <div className="app-measure" data-reload-after={LOOK_AGAIN_AFTER}>
      <p className="govuk-body-l">
        The file has arrived and is being read. You can leave this page: the file waits here.
      </p>
      <p className="govuk-body">
        <label htmlFor="progress">{readInWords(rows, of)}</label>
      </p>
      {of === null ? (
        <progress className="app-progress" id="progress" />
      ) : (
        <progress className="app-progress" id="progress" value={Math.min(rows, of)} max={of} />
      )}
      <p className="govuk-body">
        <ButtonLink look="secondary" href={again}>
          Look again
        </ButtonLink>
      </p>
    </div>
  );
}

function readInWords(rows: number, of: number | null): string {
  if (of !== null) return `${rows.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} rows read`;
  return rows === 0 ? 'The reading has begun' : `${rows.toLocaleString('en-GB')} rows read`;
}
