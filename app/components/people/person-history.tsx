import { Table } from '#app/components/govuk/table.tsx';
import type { PersonPage } from '#app/domain/people/people-page.server.ts';

/** What was recorded about a person, newest first. */
export function PersonHistory({ history }: Pick<PersonPage, 'history'>) {
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        What was recorded about them
      </h2>
      <Table
        caption="What was recorded about them"
        captionHidden
        stackOnMobile
        columns={['Change', 'When', 'What', 'By'].map((heading) => ({ heading }))}
        rows={history.map(({ change, when, words, by }) => [change, when, words, by])}
      />
    </section>
  );
}
