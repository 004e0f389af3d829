/** A page for what could not be shown. `message` says what was wrong with the address and what to do. */
export function ErrorPage({ status, title, message }: { status: number; title: string; message: string | null }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">{message ?? DEFAULT_WORDS[status] ?? DEFAULT_WORDS[500]}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="/">
            Go to the overview
          </a>
        </p>
      </div>
    </div>
  );
}

const DEFAULT_WORDS: Record<number, string> = {
  404: 'If you typed the address, check it. If you followed a link, the page may have moved.',
  500: 'Nothing you entered was saved. Try again in a few minutes; if it happens again, tell whoever runs this service at what time it happened.',
};
