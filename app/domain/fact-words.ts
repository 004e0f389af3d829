import type { FactKind, OutcomeKind } from '#db/tables/milestone-fact.ts';

/** What each kind of fact is called on screen. */
export const FACT_WORDS: Record<FactKind, { word: string; meaning: string }> = {
  baseline: { word: 'First date', meaning: 'What was first promised.' },
  forecast: { word: 'Later date', meaning: 'A date announced after the first; it may also be an earlier one.' },
  undated: { word: 'Date taken back', meaning: 'The date was withdrawn and no other given.' },
  'agreed baseline': { word: 'Agreed date', meaning: 'A new date agreed by change control; the first date stays.' },
  met: { word: 'Met', meaning: 'What was promised was there in full.' },
  'partly met': { word: 'Partly met', meaning: 'Part of what was promised was there.' },
  missed: { word: 'Not met', meaning: 'The date came and what was promised was not there.' },
  withdrawn: { word: 'Withdrawn', meaning: 'The promise was given up before it was done.' },
  're-measured': {
    word: 'Met by re-measurement',
    meaning: 'Reached only because the way of measuring changed. It counts in no lateness figure.',
  },
};

/** Outcomes in the order in which the form offers them. */
export const OUTCOME_ORDER: OutcomeKind[] = ['met', 'partly met', 'missed', 'withdrawn', 're-measured'];
