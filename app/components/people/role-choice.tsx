import { Radios } from '#app/components/govuk/radios.tsx';
import { actsOf } from '#app/domain/people/permissions.ts';
import { ROLE_WORDS } from '#app/domain/people/role-words.ts';
import { ROLES } from '#db/tables/person.ts';

/** The roles to choose from, each with what it adds to the one before. */
export function RoleChoice({ value, error }: { value: string | undefined; error: string | undefined }) {
  return (
    <Radios
      name="role"
      legend="Role"
      value={value}
      error={error}
      items={ROLES.map((role, place) => ({
        value: role,
        label: ROLE_WORDS[role].word,
        hint: `May${place > 0 ? ' also' : ''} ${added(place)}.`,
      }))}
    />
  );
}

/** What the role at that place of the ladder may do and the one before may not. Acts have commas of their own. */
function added(place: number): string {
  const role = ROLES[place];
  const before = ROLES[place - 1];
  const known = before ? actsOf(before) : [];
  return role
    ? actsOf(role)
        .filter((act) => !known.includes(act))
        .join('; ')
    : '';
}
