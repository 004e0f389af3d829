import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Addresses } from '#app/addresses.ts';
import { Button } from '#app/components/govuk/button.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Marked } from '#app/components/record/marked.tsx';
import { db } from '#app/db.server.ts';
import { type SearchGroup, type SearchHit, type SearchSubject, search } from '#app/domain/search/search.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { refuse, todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

const LONGEST = 200;

export async function loader({ request }: LoaderFunctionArgs) {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim();
  if (q.length > LONGEST) refuse(400, `Search for at most ${LONGEST} characters. You searched for ${q.length}.`);
  return { title: q ? `Search for “${q}”` : 'Search', q, groups: await search(db, q, await todayOf(request)) };
}

const HEADINGS: Record<SearchSubject, string> = {
  theme: 'Themes',
  recommendation: 'Recommendations',
  milestone: 'Milestones',
  indicator: 'Indicators',
  partnership: 'Partnerships',
  finding: 'Findings on partnerships',
  event: 'Events',
  organisation: 'Organisations',
  source: 'Sources',
};

/** Search over all text of the record. */
export default function SearchPage() {
  const { q, groups } = useLoaderData<typeof loader>();
  const to = useAddresses();
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <>
      <h1 className="govuk-heading-xl">Search</h1>
      <form method="get" action={to.search()} className="app-search">
        <TextInput
          name="q"
          type="search"
          label="Words in any title, text, note, organisation or source"
          value={q}
          width="two-thirds"
        />
        <Button>Search</Button>
      </form>
      {q === '' ? null : (
        <p className="govuk-body" role="status">
          {total === 0
            ? `Nothing holds every word of “${q}”. Try fewer words, or part of a word.`
            : `${counted(total, 'result')} for “${q}”.`}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.subject} group={group} q={q} />
      ))}
    </>
  );
}

function Group({ group: { subject, hits, total }, q }: { group: SearchGroup; q: string }) {
  const to = useAddresses();
  return (
    <section aria-labelledby={`found-${subject}`}>
      <h2 className="govuk-heading-m" id={`found-${subject}`}>
        {HEADINGS[subject]} ({total})
      </h2>
      <ul className="govuk-list app-items">
        {hits.map((hit) => (
          <li key={hit.code} className="app-items__item">
            <a className="govuk-link app-items__title" href={addressOf(hit, to)}>
              <Marked text={hit.title} q={q} />
            </a>
            <span className="app-items__words">
              {hit.code}
              {hit.text ? (
                <>
                  {'. '}
                  <Marked text={hit.text} q={q} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {total > hits.length ? (
        <p className="govuk-body">The first {hits.length} are shown. Add a word to narrow the search.</p>
      ) : null}
    </section>
  );
}

function addressOf({ subject, code }: SearchHit, to: Addresses): string {
  const pages: Record<SearchSubject, (code: string) => string> = {
    theme: to.theme,
    recommendation: to.recommendation,
    milestone: to.milestone,
    indicator: to.indicator,
    partnership: to.partnership,
    finding: () => to.partnerships({}, 'findings'),
    event: to.event,
    organisation: (code) => to.organisation(code),
    source: to.source,
  };
  return pages[subject](code);
}
