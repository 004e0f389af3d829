import type { Generated } from 'kysely';

/** One act by one person, or by the loader. The audit trail is the list of changes. */
export const CHANGE_KINDS = [
  'strategy loaded',
  'administrator made',
  'date recorded',
  'outcome recorded',
  'fact corrected',
  'person invited',
  'person joined',
  'role changed',
  'person left',
  'name removed',
  'post added',
  'post handed over',
  'ownership changed',
  'quarter commissioned',
  'commission changed',
  'deadline extended',
  'return submitted',
  'return sent back',
  'return accepted',
  'return missing',
  'assessment written',
  'clearance recorded',
  'steer recorded',
  'steer done',
  'quarter closed',
  'quarter published',
  'quarter corrected',
  'recommendation added',
  'recommendation edited',
  'milestone added',
  'milestone edited',
  'baseline agreed',
  'stage judged',
  'responsibility passed',
  'partnership added',
  'partnership edited',
  'partnership health noted',
  'values recorded',
  'strategy imported',
  'returns imported',
  'text removed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangeTable {
  number: Generated<number>;
  /** Moment in UTC, ISO 8601 with milliseconds. */
  recordedAt: string;
  person: number | null;
  quarter: string | null;
  kind: ChangeKind;
  reason: string | null;
}
