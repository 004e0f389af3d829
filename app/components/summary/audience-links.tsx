import { AUDIENCE_WORDS } from '#app/domain/summary/audience-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { Audience } from '#db/tables/quarter-version.ts';

interface AudienceLinksProps {
  quarter: string;
  audience: Audience;
  /** The audiences whose summaries this reader may see, with the version to ask for; null for what it is without asking. */
  audiences: { audience: Audience; version: number | null }[];
}

/** The same quarter for other readers. */
export function AudienceLinks({ quarter, audience, audiences }: AudienceLinksProps) {
  const to = useAddresses();
  if (audiences.length < 2) return null;
  return (
    <nav aria-label="Whom the summary is for" className="app-audiences app-no-print">
      <ul className="app-audiences__list">
        {audiences.map(({ audience: other, version }) => (
          <li key={other} className="app-audiences__item">
            <a
              className="govuk-link govuk-link--no-visited-state"
              href={to.quarter(quarter, '', { audience: other, version })}
              aria-current={other === audience ? 'page' : undefined}
            >
              {AUDIENCE_WORDS[other].forWhom}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
