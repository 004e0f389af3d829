import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import type { Steer } from '#app/domain/office/office-words.ts';
import { STEER_TAGS } from '#app/domain/office/steer-standing.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface SteerTableProps {
  caption: string;
  steers: Steer[];
  /** The quarter that they are shown with: those of an earlier one say so. */
  quarter: string;
  /** Where an open one can be marked as done; none where the reader may not. */
  markAt?: (steer: Steer) => string;
}

/** Steers and actions, each with how it stands. */
export function SteerTable({ caption, steers, quarter, markAt }: SteerTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      firstCellIsHeader
      stackOnMobile
      className="app-steers"
      columns={['Steer or action', 'Asked for by', 'To be done by', 'Due', 'How it stands'].map((heading) => ({
        heading,
      }))}
      rows={steers.map((steer) => [
        <What key="what" steer={steer} quarter={quarter} />,
        steer.fromWhom,
        steer.owner,
        steer.due ? formatPartialDate(steer.due) : 'No date',
        <Standing key="standing" steer={steer} markAt={markAt} />,
      ])}
    />
  );
}

function What({ steer, quarter }: { steer: Steer; quarter: string }) {
  const to = useAddresses();
  return (
    <>
      <span className="app-lines app-steers__words" id={`steer-${steer.id}`}>
        {steer.words}
      </span>
      <span className="app-note">
        {steer.recommendation ? (
          <>
            About{' '}
            <a className="govuk-link" href={to.recommendation(steer.recommendation)}>
              {steer.recommendation}
            </a>
            .
          </>
        ) : (
          'About the whole strategy.'
        )}{' '}
        {steer.quarter === quarter ? '' : `Carried from ${quarterLabel(steer.quarter)}. `}
        Recorded by {steer.recordedBy}.
      </span>
    </>
  );
}

function Standing({ steer, markAt }: { steer: Steer; markAt?: (steer: Steer) => string }) {
  const { doneOn, doneWords, standing, inWords } = steer;
  return (
    <>
      <Tag colour={STEER_TAGS[standing]}>{inWords}</Tag>
      {doneOn ? (
        <span className="app-note">
          On {formatPartialDate(doneOn)}. <span className="app-lines">{doneWords}</span>
        </span>
      ) : markAt ? (
        <span className="app-note">
          <a className="govuk-link" href={markAt(steer)}>
            Mark as done<span className="govuk-visually-hidden">: {steer.words}</span>
          </a>
        </span>
      ) : null}
    </>
  );
}
