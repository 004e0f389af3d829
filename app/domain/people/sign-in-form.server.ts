import { z } from 'zod';
import { PASSWORD_LENGTH } from './password-rules.ts';

/** Says nothing about which of the two was wrong. */
export const NOT_RIGHT = 'Enter a correct email address and password';

/** What the sign-in form sends. Text too long to be anybody's is not worth hashing. */
export const signInForm = z.object({
  email: z.string({ error: 'Enter your email address' }).max(254, { error: NOT_RIGHT }),
  password: z.string({ error: 'Enter your password' }).max(PASSWORD_LENGTH.longest * 2, { error: NOT_RIGHT }),
});
