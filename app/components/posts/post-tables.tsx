import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { Holding, Ownership } from '#app/domain/posts/post-page.server.ts';
import { POST_ROLE_WORDS } from '#app/domain/posts/post-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

const STANDING_WORDS = { now: 'Now', over: 'Over', 'to come': 'To come' } as const;
const STANDING_COLOURS = { now: 'blue', over: 'grey', 'to come': 'purple' } as const;

/** Who holds the post, held it and will hold it, latest first. */
export function HoldingTable({ holdings }: { holdings: Holding[] }) {
  if (holdings.length === 0) return <p className="govuk-body">Nobody has held this post yet. It is vacant.</p>;
  const now = holdings.find(({ standing, left }) => standing === 'now' && !left);
  const vacantFrom = holdings.every(({ untilOn }) => untilOn !== null) ? now?.untilOn : null;
  return (
    <>
      {now ? null : <p className="govuk-body">Nobody holds this post today. It is vacant.</p>}
      {vacantFrom ? <p className="govuk-body">It is vacant from {formatPartialDate(vacantFrom)}.</p> : null}
      <Table
        caption="Who holds the post"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[{ heading: 'Name' }, { heading: 'State' }, { heading: 'From' }, { heading: 'Until' }]}
        rows={holdings.map(({ name, left, standing, fromOn, untilOn }) => [
          left ? `${name} (left)` : name,
          <Standing key="standing" standing={standing} />,
          formatPartialDate(fromOn),
          untilOn ? formatPartialDate(untilOn) : 'No end',
        ])}
      />
    </>
  );
}

interface OwnershipTableProps {
  caption: string;
  ownerships: Ownership[];
}

/** What the post is or was to recommendations. */
export function OwnershipTable({ caption, ownerships }: OwnershipTableProps) {
  const to = useAddresses();
  return (
    <Table
      caption={caption}
      captionHidden
      firstCellIsHeader
      stackOnMobile
      columns={[
        { heading: 'Recommendation' },
        { heading: 'Role' },
        { heading: 'State' },
        { heading: 'From' },
        { heading: 'Until' },
      ]}
      rows={ownerships.map(({ recommendation, role, standing, fromOn, untilOn }) => [
        <span key="recommendation" className="govuk-!-font-weight-regular">
          <a className="govuk-link" href={to.recommendation(recommendation.code)}>
            {recommendation.code}
          </a>{' '}
          {recommendation.title}
        </span>,
        POST_ROLE_WORDS[role].word,
        <Standing key="standing" standing={standing} />,
        formatPartialDate(fromOn),
        untilOn ? formatPartialDate(untilOn) : 'No end',
      ])}
    />
  );
}

function Standing({ standing }: { standing: Holding['standing'] }) {
  return <Tag colour={STANDING_COLOURS[standing]}>{STANDING_WORDS[standing]}</Tag>;
}
