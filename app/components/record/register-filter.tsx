import { useLocation, useSearchParams } from '@remix-run/react';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import type { Register } from '#app/domain/registers/register.ts';
import { counted, listed } from '#app/domain/sentences.ts';

export interface FilterChoice {
  name: string;
  label: string;
  /** The words of "no choice"; null where one of the items is always chosen. */
  any: string | null;
  items: { value: string; text: string }[];
}

interface RegisterFilterProps {
  choices: FilterChoice[];
  /** The box for words or for a code. */
  search: { name: string; label: string };
}

/** The filters of a register as a form whose answers go into the address. */
export function RegisterFilter({ choices, search: { name: searchName, label: searchLabel } }: RegisterFilterProps) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const asAt = search.get('asAt');
  return (
    <form method="get" action={pathname} className="app-filter" aria-label="Filters">
      {asAt ? <input type="hidden" name="asAt" value={asAt} /> : null}
      <div className="app-filter__fields">
        <TextInput name={searchName} label={searchLabel} value={search.get(searchName) ?? ''} />
        {choices.map(({ name, label, any, items }) => (
          <Select
            key={name}
            name={name}
            label={label}
            value={search.get(name) ?? ''}
            options={[...(any === null ? [] : [{ value: '', text: any }]), ...items]}
          />
        ))}
      </div>
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button">
          Show
        </button>
        <a className="govuk-link" href={asAt ? `${pathname}?asAt=${asAt}` : pathname}>
          Clear filters
        </a>
      </div>
    </form>
  );
}

/** How many are shown, and what the filter left out. */
export function RegisterCount({ register, one }: { register: Register<unknown>; one: string }) {
  const { rows, total, filters } = register;
  if (filters.length === 0) return <p className="govuk-body">All {counted(total, one)}.</p>;
  return (
    <p className="govuk-body">
      <strong>
        {rows.length} of {counted(total, one)}
      </strong>{' '}
      with {listed(filters)}.{' '}
      {total - rows.length === 0 ? 'None is left out.' : `${counted(total - rows.length, one)} left out.`}
    </p>
  );
}
