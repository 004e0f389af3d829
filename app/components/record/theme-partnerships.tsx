import { membersInWords } from '#app/domain/partnerships/partnership.ts';
import type { ThemePartnership } from '#app/domain/themes/theme-partnerships.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { PartnershipLink, startInWords } from './partnership-parts.tsx';

/** The partnerships of a theme, each with its start and members. `earlier` when the page shows an earlier day. */
export function ThemePartnerships({ partnerships, earlier }: { partnerships: ThemePartnership[]; earlier: boolean }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="partnerships">
      <h2 className="govuk-heading-l" id="partnerships">
        Partnerships
      </h2>
      {partnerships.length === 0 ? (
        <p className="govuk-body">
          {earlier
            ? 'No partnership of this theme had started by this day.'
            : 'No partnership is recorded for this theme.'}
        </p>
      ) : (
        <>
          {earlier ? (
            <p className="govuk-body app-measure">
              Those that had started by this day. Their names and members are as they are today.
            </p>
          ) : null}
          <ul className="govuk-list app-items">
            {partnerships.map((partnership) => (
              <Partnership key={partnership.code} partnership={partnership} />
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={to.partnerships()}>
          All partnerships, and which sectors they join
        </a>
      </p>
    </section>
  );
}

function Partnership({ partnership }: { partnership: ThemePartnership }) {
  return (
    <li className="app-items__item">
      <PartnershipLink partnership={partnership} />
      <span className="app-items__words">
        Started: {startInWords(partnership.startedOn)}. {membersInWords(partnership.members)}
      </span>
    </li>
  );
}
