import { Table } from '#app/components/govuk/table.tsx';
import { sectorsTitle } from '#app/domain/figure-titles.ts';
import { sectorInSentence, sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import type { AcrossSectors } from '#app/domain/partnerships/across-sectors.ts';
import { pairOf } from '#app/domain/partnerships/sector-pair.ts';
import { listed } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { Sector } from '#db/tables/organisation.ts';

interface SectorsFigureProps {
  across: AcrossSectors<unknown>;
  asAt: Day;
}

/** Figure 8: sectors by sectors, as a table. Every number leads to the partnerships behind it. */
export function SectorsFigure({ across, asAt }: SectorsFigureProps) {
  const to = useAddresses();
  return (
    <figure className="figure app-sectors" id="figure-8" aria-labelledby="figure-8-title">
      <h2 className="govuk-heading-m figure__title" id="figure-8-title">
        <span className="figure__number">Figure 8</span> {sectorsTitle(across)}
      </h2>
      <p className="govuk-body-s figure__subtitle">
        Number of partnerships that have a member of both sectors. Where a sector meets itself: those with two of its
        members or more. In all: those with at least one.
      </p>
      <SectorsTable across={across} />
      <div className="govuk-body-s figure__footing">
        {across.absent.length > 0 ? (
          <p className="figure__left-out">
            Not shown, since no partnership has such a member: {listed(across.absent.map(sectorInSentence))}.
          </p>
        ) : null}
        <p className="figure__download">
          <a className="govuk-link" href={to.figureCsv('sectors')}>
            Download figure 8 as CSV
          </a>
        </p>
        <p>
          Source: the members of each partnership, named on its page with where that was seen.{' '}
          <a className="govuk-link" href={to.about('figure-8')}>
            How this is worked out
          </a>
          . <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
        </p>
      </div>
    </figure>
  );
}

function SectorsTable({ across }: { across: AcrossSectors<unknown> }) {
  const to = useAddresses();
  return (
    <Table
      caption="Partnerships by the sectors of their members"
      captionHidden
      firstCellIsHeader
      stackOnMobile
      columns={[
        { heading: 'Sector' },
        ...across.sectors.map(({ sector }) => ({ heading: sectorInWords(sector), numeric: true })),
        { heading: 'In all', numeric: true },
      ]}
      rows={across.sectors.map(({ sector, partnerships }) => [
        sectorInWords(sector),
        ...across.sectors.map(({ sector: other }) => (
          <Meeting key={other} across={across} one={sector} other={other} />
        )),
        <Count key="all" n={partnerships.length} href={to.partnerships({ sector })} />,
      ])}
    />
  );
}

/** How often two sectors meet. The number of a sector with itself is marked, as it counts something else. */
function Meeting({ across, one, other }: { across: AcrossSectors<unknown>; one: Sector; other: Sector }) {
  const to = useAddresses();
  const pair = pairOf(one, other);
  const joined = across.pairs.find((row) => row.pair[0] === pair[0] && row.pair[1] === pair[1]);
  const count = <Count n={joined?.partnerships.length ?? 0} href={to.partnerships({ pair })} />;
  return one === other ? <span className="app-sectors__itself">{count}</span> : count;
}

/** A number that leads to the list behind it; nothing leads to an empty list. */
function Count({ n, href }: { n: number; href: string }) {
  if (n === 0) return <span className="app-zero">0</span>;
  return (
    <a className="govuk-link" href={href}>
      {n}
    </a>
  );
}
