import type { FindingsOfSource } from '#app/domain/partnerships/partnership.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ThemeLinks } from './partnership-parts.tsx';

/** What reports found about how partnerships work, each report with its findings. */
export function Findings({ findings }: { findings: FindingsOfSource[] }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="findings">
      <h2 className="govuk-heading-l" id="findings">
        What was found about how partnerships work
      </h2>
      {findings.length === 0 ? (
        <p className="govuk-body">No finding is recorded.</p>
      ) : (
        <p className="govuk-body app-measure">
          In our words, from reports on collaboration. They say what such work needs, and nothing of how the
          partnerships above have done.
        </p>
      )}
      {findings.map(({ source, findings: found }) => (
        <section key={source.code}>
          <h3 className="govuk-heading-m app-findings__source">
            <a className="govuk-link" href={to.source(source.code)}>
              {source.title}
            </a>
          </h3>
          <p className="govuk-body-s app-hint">
            Published by {source.publisher} ({source.type})
          </p>
          <ul className="govuk-list app-items">
            {found.map(({ code, text, themes }) => (
              <li key={code} className="app-items__item" id={code}>
                {text}
                <span className="app-items__words app-findings__themes">
                  Themes: <ThemeLinks themes={themes} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
