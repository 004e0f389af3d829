import { Table } from '#app/components/govuk/table.tsx';
import { sectorInSentence, sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { type AcrossSectors, neverTwice, notJoined, pairsApart } from '#app/domain/partnerships/across-sectors.ts';
import type { Named } from '#app/domain/partnerships/partnership.ts';
import { counted, listed } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The pairs of sectors that no partnership joins, by name. */
export function NotJoined({ across }: { across: AcrossSectors<unknown> }) {
  const groups = notJoined(across);
  const missing = groups.reduce((sum, { others }) => sum + others.length, 0);
  const once = neverTwice(across);
  return (
    <section aria-labelledby="not-joined">
      <h2 className="govuk-heading-l" id="not-joined">
        Sectors that no partnership joins
      </h2>
      <p className="govuk-body app-measure">
        {missing === 0
          ? 'None: each of the sectors shown meets each other in at least one partnership.'
          : `${missing} of the ${counted(pairsApart(across).length, 'pair')} of sectors in figure 8:`}
      </p>
      {missing > 0 ? (
        <ul className="govuk-list govuk-list--bullet app-measure">
          {groups.map(({ sector, others }) => (
            <li key={sector}>
              {sectorInWords(sector)} with {listed(others.map(sectorInSentence))}
            </li>
          ))}
        </ul>
      ) : null}
      {once.length > 0 ? (
        <p className="govuk-body app-measure">
          Sectors that never have two members in one partnership: {listed(once.map(sectorInSentence))}.
        </p>
      ) : null}
    </section>
  );
}

interface PartnershipsByThemeProps {
  themes: { theme: Named; partnerships: Named[] }[];
  without: Named[];
}

/** The partnerships that serve each theme, and the themes that none serves. */
export function PartnershipsByTheme({ themes, without }: PartnershipsByThemeProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="by-theme">
      <h2 className="govuk-heading-l" id="by-theme">
        Partnerships by theme
      </h2>
      <Table
        caption="Partnerships by theme"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[{ heading: 'Theme' }, { heading: 'Partnerships', numeric: true }, { heading: 'Names' }]}
        rows={themes.map(({ theme, partnerships }) => [
          <a key="theme" className="govuk-link" href={to.theme(theme.code)}>
            {theme.name}
          </a>,
          <a key="count" className="govuk-link" href={to.partnerships({ theme: theme.code })}>
            {partnerships.length}
          </a>,
          partnerships.map(({ name }) => name).join('; '),
        ])}
      />
      {without.length > 0 ? (
        <p className="govuk-body app-measure">
          No partnership is recorded for {listed(without.map(({ name }) => `“${name}”`))}.
        </p>
      ) : null}
    </section>
  );
}
