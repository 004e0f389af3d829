import { z } from 'zod';
import { comparableEmail } from './email.ts';
import { passwordProblem } from './password-rules.ts';

const EMAIL_FORM = 'Enter an email address in the correct format, like name@example.com';

/** What a person sends from a welcome link: name, email address (in the form it is stored) and a password that will do. */
export const welcomeForm = z
  .object({
    name: z.string({ error: 'Enter your name' }).trim().max(100, { error: 'Name must be 100 characters or fewer' }),
    email: z
      .string({ error: 'Enter your email address' })
      .transform(comparableEmail)
      .pipe(z.email({ error: EMAIL_FORM }).max(254, { error: EMAIL_FORM })),
    password: z.string({ error: 'Enter a password' }),
  })
  .superRefine(({ name, email, password }, context) => {
    const problem = passwordProblem(password, { name, email });
    if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
  });
