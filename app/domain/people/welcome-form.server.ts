import { z } from 'zod';
import { passwordProblem } from './password-rules.ts';
import { emailField, nameField } from './person-fields.server.ts';

/**
 * What a person sends from a welcome link: name, email address (in the form it is stored) and a password that will do.
 * Whoever was invited has the address that was invited, whatever the form says.
 */
export const welcomeForm = (invited: { email: string } | null) =>
  z
    .object({
      name: nameField('Enter your name'),
      email: invited ? z.unknown().transform(() => invited.email) : emailField('Enter your email address'),
      password: z.string({ error: 'Enter a password' }),
    })
    .superRefine(({ name, email, password }, context) => {
      const problem = passwordProblem(password, { name, email });
      if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
    });
