import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import type { FieldErrors } from '#app/domain/form.server.ts';
import type { ListedPerson } from '#app/domain/people/people-page.server.ts';
import type { PostHeld } from '#app/domain/people/posts-held.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { RoleChoice } from './role-choice.tsx';

interface PersonFormsProps {
  person: ListedPerson;
  posts: PostHeld[];
  errors: FieldErrors;
  /** The role that was chosen in a form that comes back; empty when none was. */
  role: string;
}

/** The forms on a person's page: another role, leaving, coming back, the name off public pages. */
export function PersonForms({ person, posts, errors, role }: PersonFormsProps) {
  return (
    <div className="app-measure">
      <RoleForm person={person} errors={errors} role={role} />
      {person.role === null ? null : <LeaveForm person={person} posts={posts} />}
      {person.nameRemoved ? null : <RemoveNameForm person={person} />}
    </div>
  );
}

function RoleForm({ person, errors, role }: Omit<PersonFormsProps, 'posts'>) {
  const isBack = person.role === null;
  return (
    <ActForm person={person} act="role" heading={isBack ? 'Let them back' : 'Change the role'}>
      {isBack ? (
        <p className="govuk-body">They sign in with the password that they had.</p>
      ) : (
        <p className="govuk-body">It counts from their next page on, in every browser in which they are signed in.</p>
      )}
      <RoleChoice value={role || (person.role ?? '')} error={errors['role']} />
      <Button>{isBack ? 'Let them back' : 'Change the role'}</Button>
    </ActForm>
  );
}

function LeaveForm({ person, posts }: Pick<PersonFormsProps, 'person' | 'posts'>) {
  return (
    <ActForm person={person} act="leave" heading="Note that they left">
      <p className="govuk-body">
        They are signed out everywhere at once and cannot sign in again. What they recorded stays under their name. You
        can let them back.
      </p>
      {posts.length > 0 ? (
        <p className="govuk-body">
          They hold {counted(posts.length, 'post')}, listed above. Hand {posts.length === 1 ? 'it' : 'them'} over as
          well: somebody who left cannot write returns.
        </p>
      ) : null}
      <Button look="warning">Note that {person.name} left</Button>
    </ActForm>
  );
}

function RemoveNameForm({ person }: { person: ListedPerson }) {
  return (
    <ActForm person={person} act="remove-name" heading="Take the name off public pages">
      <p className="govuk-body">
        Signed-out readers then see “a member of the team at the time” beside what they recorded; signed-in readers
        still see the name. This cannot be undone.
      </p>
      <Button look="secondary">Take the name off</Button>
    </ActForm>
  );
}

interface ActFormProps {
  person: ListedPerson;
  act: string;
  heading: string;
  children: ReactNode;
}

/** A form that says which act it asks for, and which role stood when it was filled in. */
function ActForm({ person, act, heading, children }: ActFormProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby={`${act}-form`}>
      <h2 className="govuk-heading-m" id={`${act}-form`}>
        {heading}
      </h2>
      <form method="post" action={to.person(person.id)} noValidate>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="seen" value={person.number} />
        {children}
      </form>
    </section>
  );
}
