import { z } from 'zod';
import { ROLES } from '#db/tables/person.ts';
import { comparableEmail } from './email.ts';

const EMAIL_FORM = 'Enter an email address in the correct format, like name@example.com';

/** A person's full name; `missing` is said when it is left empty. */
export const nameField = (missing: string) =>
  z.string({ error: missing }).trim().max(100, { error: 'Name must be 100 characters or fewer' });

/** An email address, in the form in which it is stored; `missing` is said when it is left empty. */
export const emailField = (missing: string) =>
  z
    .string({ error: missing })
    .transform(comparableEmail)
    .pipe(z.email({ error: EMAIL_FORM }).max(254, { error: EMAIL_FORM }));

/** One of the roles. */
export const roleField = z.enum(ROLES, { error: 'Choose a role' });
