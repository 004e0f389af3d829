import { Tag } from '#app/components/govuk/tag.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { OwedReturn } from '#app/domain/commission/chase-message.ts';
import type { ChasePage, Debtor } from '#app/domain/commission/chase-page.server.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Everybody who owes a return, then posts without a holder, then recommendations without an owner. */
export function Debtors({ page }: { page: ChasePage }) {
  const to = useAddresses();
  return (
    <>
      {page.debtors.map((debtor) => (
        <DebtorSection key={debtor.post} debtor={debtor} />
      ))}
      {page.vacant.length > 0 ? (
        <section aria-labelledby="vacant">
          <h2 className="govuk-heading-l" id="vacant">
            Posts that nobody holds
          </h2>
          <p className="govuk-body">
            Nobody can be asked for these returns.{' '}
            <a className="govuk-link" href={to.posts()}>
              Hand the posts over
            </a>{' '}
            first.
          </p>
          {page.vacant.map(({ post, words, returns, dueWords }) => (
            <div key={post}>
              <h3 className="govuk-heading-m">{words}</h3>
              <p className="govuk-body">{dueWords}</p>
              <Owed returns={returns} />
            </div>
          ))}
        </section>
      ) : null}
      {page.withoutOwner.length > 0 ? (
        <section aria-labelledby="without-owner">
          <h2 className="govuk-heading-l" id="without-owner">
            Recommendations without an owner
          </h2>
          <p className="govuk-body">
            No post answers for these.{' '}
            <a className="govuk-link" href={to.posts()}>
              Give them to a post
            </a>
            , or take them out of the commission.
          </p>
          <Owed returns={page.withoutOwner} />
        </section>
      ) : null}
    </>
  );
}

function DebtorSection({
  debtor: { post, words, holder, returns, dueWords, isLate, message, mailto },
}: {
  debtor: Debtor;
}) {
  return (
    <section aria-labelledby={`post-${post}`}>
      <h2 className="govuk-heading-l" id={`post-${post}`}>
        {words}
      </h2>
      <p className="govuk-body">
        {holder?.name}. {isLate ? <Tag colour="red">Late</Tag> : null} {dueWords}
      </p>
      <Owed returns={returns} />
      <div className="app-measure">
        <Textarea name={`message-${post}`} label="Text to copy" rows={8} value={message} readOnly />
        {mailto ? (
          <p className="govuk-body">
            <a className="govuk-link" href={mailto}>
              Write to {holder?.name} with this text
            </a>
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Owed({ returns }: { returns: OwedReturn[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {returns.map(({ recommendation, title, state, address }) => (
        <li key={recommendation}>
          <a className="govuk-link" href={address}>
            {recommendation}: {title}
          </a>{' '}
          ({RETURN_STATE_WORDS[state].word.toLowerCase()})
        </li>
      ))}
    </ul>
  );
}
