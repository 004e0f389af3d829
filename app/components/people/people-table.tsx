import { Table } from '#app/components/govuk/table.tsx';
import type { ListedPerson } from '#app/domain/people/people-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** People with their role and since when they have it. */
export function PeopleTable({ caption, people }: { caption: string; people: ListedPerson[] }) {
  const to = useAddresses();
  return (
    <Table
      caption={caption}
      stackOnMobile
      firstCellIsHeader
      columns={['Name', 'Email address', 'Role', 'Since', 'On public pages'].map((heading) => ({ heading }))}
      rows={people.map(({ id, name, email, roleWords, since, nameRemoved }) => [
        <a key="name" className="govuk-link" href={to.person(id)}>
          {name}
        </a>,
        <span key="email" className="app-break">
          {email}
        </span>,
        roleWords,
        since,
        nameRemoved ? 'Name not shown' : 'By name',
      ])}
    />
  );
}
