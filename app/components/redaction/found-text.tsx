import { Table } from '#app/components/govuk/table.tsx';
import type { FoundText } from '#app/domain/redaction/redact.server.ts';
import { counted } from '#app/domain/sentences.ts';

/** Where a text stands that is to be removed: in the record, and in closed quarters. */
export function FoundTextPlaces({ found: { places, versions, otherCapitals } }: { found: FoundText }) {
  return (
    <>
      <Table
        caption="Where it stands in the record"
        stackOnMobile
        columns={[{ heading: 'Place' }, { heading: 'Rows', numeric: true }]}
        rows={places.map(({ place, rows }) => [place, rows])}
      />
      {versions.length > 0 ? (
        <>
          <p className="govuk-body">
            It also stands in {counted(versions.length, 'summary', 'summaries')} of closed quarters, of which every file
            is made anew:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {versions.map((version) => (
              <li key={version}>{version}</li>
            ))}
          </ul>
        </>
      ) : null}
      {otherCapitals > 0 ? (
        <p className="govuk-body app-measure">
          {counted(otherCapitals, 'row')} {otherCapitals === 1 ? 'holds' : 'hold'} it in other capitals and{' '}
          {otherCapitals === 1 ? 'keeps' : 'keep'} it: look for those as well afterwards.
        </p>
      ) : null}
    </>
  );
}
