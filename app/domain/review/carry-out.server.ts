import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Quarter } from '../quarter.ts';
import { acceptReturn } from './accept-return.server.ts';
import { recordMissing } from './record-missing.server.ts';
import type { Reviewer } from './returns-in-review.server.ts';
import type { ReviewRequest } from './review-form.server.ts';
import { sendBackReturn } from './send-back-return.server.ts';

/** Does what a form on the office's page of a return asks for. Throws what the command throws. */
export function carryOut(
  db: Kysely<Database>,
  of: { quarter: Quarter; recommendation: string },
  request: ReviewRequest,
  reviewer: Reviewer,
): Promise<void> {
  switch (request.act) {
    case 'accept':
      return acceptReturn(db, { ...of, ...request }, reviewer);
    case 'send-back':
      return sendBackReturn(db, { ...of, ...request }, reviewer);
    case 'missing':
      return recordMissing(db, { ...of, ...request }, reviewer);
  }
}
