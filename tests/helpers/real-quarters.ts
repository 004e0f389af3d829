import { endedQuarters } from '#app/domain/quarter.ts';

/** Every quarter of the real strategy on 23 November 2026, the day of the tests: those that have ended, and the one under way. */
export const REAL_QUARTERS = [...endedQuarters('2017-08-30', '2026-11-23'), '2026-27-Q3'];
