import { Table } from '#app/components/govuk/table.tsx';
import type { PostEntry, PostsPage } from '#app/domain/posts/posts-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The posts by organisation, with who holds them where names are shown to the reader. */
export function PostTable({ posts, named }: { posts: PostEntry[]; named: boolean }) {
  const to = useAddresses();
  return (
    <Table
      caption="Posts by organisation"
      captionHidden
      firstCellIsHeader
      stackOnMobile
      columns={[
        { heading: 'Post' },
        { heading: 'Organisation' },
        ...(named ? [{ heading: 'Held by' }] : []),
        { heading: 'Owner of', numeric: true },
        { heading: 'Deputy or contributor of', numeric: true },
      ]}
      rows={posts.map(({ id, title, organisation, holder, owns, helpsWith }) => [
        <a key="title" className="govuk-link" href={to.post(id)}>
          {title}
        </a>,
        <a key="organisation" className="govuk-link" href={to.organisation(organisation.code)}>
          {organisation.name}
        </a>,
        ...(named ? [holder ?? 'Vacant'] : []),
        owns,
        helpsWith,
      ])}
    />
  );
}

/** Every recommendation that no post answers for, by theme. */
export function WithoutOwner({ themes }: { themes: PostsPage['withoutOwner'] }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="without-owner">
      <h2 className="govuk-heading-l" id="without-owner">
        Recommendations without an owner
      </h2>
      {themes.length === 0 ? <p className="govuk-body">Every recommendation has an owner.</p> : null}
      {themes.map(({ theme, recommendations }) => (
        <section key={theme} aria-label={theme}>
          <h3 className="govuk-heading-s">{theme}</h3>
          <ul className="govuk-list app-measure">
            {recommendations.map(({ code, title }) => (
              <li key={code}>
                <a className="govuk-link" href={to.recommendation(code)}>
                  {code}
                </a>{' '}
                {title}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
