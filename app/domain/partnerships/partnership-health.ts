import { HEALTH_DIMENSIONS, type HealthDimension } from '#db/tables/partnership-health.ts';
import type { Day } from '../partial-date.ts';

/** What one look says of one dimension. */
export interface HealthWords {
  dimension: HealthDimension;
  words: string;
  /** What it rests on. */
  evidence: string;
}

/** A dated look at how a partnership does. */
export interface HealthCheck {
  number: number;
  notedOn: Day;
  by: string | null;
  words: HealthWords[];
}

interface DimensionWords {
  title: string;
  asks: string;
  /** Code of the finding of the Cambridge CSTI report that it comes from. */
  finding: string;
}

/** What each dimension asks, and the finding that it comes from. */
export const DIMENSION_WORDS: Record<HealthDimension, DimensionWords> = {
  needs: {
    title: 'Each other’s needs',
    asks: 'Does each side know what the other needs from the work?',
    finding: 'CSTI-3',
  },
  capabilities: {
    title: 'Each other’s capabilities',
    asks: 'Does each side know what the other is able to do?',
    finding: 'CSTI-3',
  },
  'working practices': {
    title: 'Each other’s working practices',
    asks: 'Does each side know how the other works and decides?',
    finding: 'CSTI-3',
  },
  constraints: {
    title: 'Each other’s constraints',
    asks: 'Does each side know what the other cannot do, or may not?',
    finding: 'CSTI-3',
  },
  'value for both sides': {
    title: 'Value for both sides',
    asks: 'What does each side get from the work, and is what they expect of it realistic?',
    finding: 'CSTI-4',
  },
  adapting: {
    title: 'Adapting',
    asks: 'How does the partnership change with what it meets, and what has it learned?',
    finding: 'CSTI-5',
  },
  'dedicated support': {
    title: 'Dedicated support',
    asks: 'Who works across the boundary, and do they have what they need?',
    finding: 'CSTI-6',
  },
};

/** The name of a dimension in a form: `working-practices`. */
export function dimensionSlug(dimension: HealthDimension): string {
  return dimension.replaceAll(' ', '-');
}

/** How many days the table of a partnership's health goes back. */
const DAYS_SHOWN = 4;

/** The newest days on which a partnership was looked at, and of each dimension whether anything was noted on each. */
export function healthByDay(checks: readonly HealthCheck[]): {
  days: Day[];
  rows: { dimension: HealthDimension; noted: boolean[] }[];
} {
  const days = [...new Set(checks.map(({ notedOn }) => notedOn))].sort().reverse().slice(0, DAYS_SHOWN);
  const isNoted = (dimension: HealthDimension, day: Day): boolean =>
    checks.some(({ notedOn, words }) => notedOn === day && words.some((said) => said.dimension === dimension));
  return {
    days,
    rows: HEALTH_DIMENSIONS.map((dimension) => ({
      dimension,
      noted: days.map((day) => isNoted(dimension, day)),
    })),
  };
}
