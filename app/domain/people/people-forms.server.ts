import { z } from 'zod';
import { passwordProblem } from './password-rules.ts';
import { emailField, nameField, roleField } from './person-fields.server.ts';

/** What the form to invite somebody sends. */
export const inviteForm = z.object({
  name: nameField('Enter their full name'),
  email: emailField('Enter their email address'),
  role: roleField,
});

const seen = z.coerce.number({ error: 'Open the page again and send the form from there' }).int();

/** What the forms on a person's page send; `act` says which. */
export const personForm = z.discriminatedUnion(
  'act',
  [
    z.object({ act: z.literal('role'), seen, role: roleField }),
    z.object({ act: z.literal('leave'), seen }),
    z.object({ act: z.literal('remove-name') }),
  ],
  { error: 'Open the page again and send the form from there' },
);

/** What the forms on the account page send but the one for a new password. */
export const sessionForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('end'), session: z.string() }),
  z.object({ act: z.literal('end-others') }),
]);

/** What the form for a new password sends. The new one must do for that person. */
export const passwordForm = (person: { name: string; email: string }) =>
  z
    .object({
      currentPassword: z.string({ error: 'Enter your current password' }),
      newPassword: z.string({ error: 'Enter a new password' }),
    })
    .superRefine(({ newPassword }, context) => {
      const problem = passwordProblem(newPassword, person);
      if (problem) context.addIssue({ code: 'custom', path: ['newPassword'], message: problem });
    });
