import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { acceptUnchanged } from '../review/accept-return.server.ts';
import { addReturns, moveToClearance, takeOutReturns } from './change-commission.server.ts';
import type { CommissionRequest } from './commission-form.server.ts';
import { commissionQuarter } from './commission-quarter.server.ts';
import type { Actor } from './commission-rules.server.ts';
import { extendDeadline } from './extend-deadline.server.ts';

/** Does what a form on the page of a commission asks for. Throws what the command throws. */
export function carryOut(db: Kysely<Database>, request: CommissionRequest, actor: Actor): Promise<void> {
  switch (request.act) {
    case 'commission':
      return commissionQuarter(db, request, actor);
    case 'add':
      return addReturns(db, request, actor);
    case 'take-out':
      return takeOutReturns(db, request, actor);
    case 'extend':
      return extendDeadline(db, request, actor);
    case 'clearance':
      return moveToClearance(db, request.quarter, actor);
    case 'accept-unchanged':
      return acceptUnchanged(db, request, actor);
  }
}
