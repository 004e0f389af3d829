import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import { type Confirmation, SOURCE_TYPES } from '#db/tables/source.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';

/**
 * The one map from a status to its word, order, shape and colour.
 * Colours: the Analysis Function palette, at most four in a figure. Never colour alone.
 */

/** The four groups that figures draw. What ended otherwise is named below the figure and listed in its table. */
export const FIGURE_GROUPS = ['done by first date', 'done late', 'date passed', 'open'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];
export type StatusGroup = FigureGroup | 'ended otherwise';

/** How a mark is drawn: a solid or patterned fill for bars, a shape for points. */
export interface Mark {
  word: string;
  colour: string;
  fill: 'solid' | 'dots' | 'cross' | 'stripes';
  shape: 'circle' | 'diamond' | 'cross' | 'ring';
}

export const GROUP_MARKS: Record<FigureGroup, Mark> = {
  'done by first date': { word: 'Done by first date', colour: '#12436D', fill: 'solid', shape: 'circle' },
  'done late': { word: 'Done late', colour: '#28A197', fill: 'dots', shape: 'diamond' },
  'date passed': { word: 'Date passed', colour: '#801650', fill: 'cross', shape: 'cross' },
  open: { word: 'Open', colour: '#3D3D3D', fill: 'stripes', shape: 'ring' },
};

/** The tag colours of govuk-frontend that the product uses. */
export type TagColour = 'green' | 'teal' | 'blue' | 'yellow' | 'orange' | 'red' | 'grey' | 'purple';

/** Delivery confidence in the order in which lists show it. */
export const CONFIDENCE_ORDER: readonly Confidence[] = ['Green', 'Amber', 'Red', 'not rated'];

/** Delivery confidence: word, tag and a shape that needs no colour. */
export const CONFIDENCE_WORDS: Record<Confidence, { word: string; tag: TagColour; shape: string }> = {
  Green: { word: 'Green', tag: 'green', shape: '●' },
  Amber: { word: 'Amber', tag: 'yellow', shape: '▲' },
  Red: { word: 'Red', tag: 'red', shape: '■' },
  'not rated': { word: 'Not rated', tag: 'grey', shape: '–' },
};

interface StatusWords {
  word: string;
  group: StatusGroup;
  tag: TagColour;
  meaning: string;
}

/** Milestone statuses in the order in which lists show them. */
export const MILESTONE_STATUS_WORDS: Record<MilestoneStatus, StatusWords> = {
  'done by its first date': {
    word: 'Done by its first date',
    group: 'done by first date',
    tag: 'green',
    meaning: 'Met, on or before the first date found.',
  },
  'done late': { word: 'Done late', group: 'done late', tag: 'teal', meaning: 'Met, after the first date found.' },
  'on course': {
    word: 'On course',
    group: 'open',
    tag: 'blue',
    meaning: 'The latest date announced lies ahead and is no later than the first.',
  },
  'due later than first promised': {
    word: 'Due later than first promised',
    group: 'open',
    tag: 'yellow',
    meaning: 'The latest date announced lies ahead and is later than the first.',
  },
  'no date': {
    word: 'No date',
    group: 'open',
    tag: 'grey',
    meaning: 'No date is recorded, or the date was taken back and no other given.',
  },
  'date passed': {
    word: 'Date passed',
    group: 'date passed',
    tag: 'orange',
    meaning: 'The latest date announced has passed and no outcome is recorded by then.',
  },
  'partly met': {
    word: 'Partly met',
    group: 'ended otherwise',
    tag: 'purple',
    meaning: 'The date came and part of what was promised was there.',
  },
  'not met': {
    word: 'Not met',
    group: 'ended otherwise',
    tag: 'red',
    meaning: 'The date came and what was promised was not there.',
  },
  'met by re-measurement': {
    word: 'Met by re-measurement',
    group: 'ended otherwise',
    tag: 'purple',
    meaning: 'Reached only because the way of measuring changed; kept out of every lateness figure.',
  },
  withdrawn: { word: 'Withdrawn', group: 'ended otherwise', tag: 'grey', meaning: 'Given up before it was done.' },
};

/** The group of figure 1 that a milestone with this status is counted in. */
export const groupOf = (status: MilestoneStatus): StatusGroup => MILESTONE_STATUS_WORDS[status].group;

interface StageWords {
  word: string;
  tag: TagColour;
  meaning: string;
}

/** Stages in the order in which lists and tables show them. */
export const STAGE_WORDS: Record<Stage, StageWords> = {
  delivered: { word: 'Delivered', tag: 'green', meaning: 'What was asked for is in place.' },
  'partly delivered': { word: 'Partly delivered', tag: 'teal', meaning: 'Part of what was asked for is in place.' },
  changed: {
    word: 'Changed',
    tag: 'purple',
    meaning: 'Done in another form, or something else happened instead.',
  },
  'under way': { word: 'Under way', tag: 'blue', meaning: 'Work has begun and goes on.' },
  'not started': { word: 'Not started', tag: 'yellow', meaning: 'Nothing has been begun.' },
  'not delivered': { word: 'Not delivered', tag: 'red', meaning: 'The time for it is over and it is not in place.' },
  'no public evidence': {
    word: 'No public evidence',
    tag: 'grey',
    meaning: 'Looked for in published sources and not found; it may still have happened.',
  },
  'not assessed': {
    word: 'Not assessed',
    tag: 'grey',
    meaning: 'Nobody has judged it, or what was found does not allow a judgement.',
  },
};

/** Types of publisher, in the order in which pages list them. */
export const SOURCE_TYPE_ORDER = SOURCE_TYPES;

/** Stages in display order. */
export const STAGE_ORDER = Object.keys(STAGE_WORDS) as Stage[];
/** Milestone statuses in display order. */
export const MILESTONE_STATUS_ORDER = Object.keys(MILESTONE_STATUS_WORDS) as MilestoneStatus[];

/** How sure a statement is, as pages say it. */
export const CONFIRMATION_WORDS: Record<Confirmation, { word: string; meaning: string }> = {
  published: { word: 'Seen in a published source', meaning: 'The source is named beside the statement.' },
  memory: {
    word: 'From memory: check before use',
    meaning: 'From memory of the strategy or of events; no source was seen for it.',
  },
  owner: { word: 'Confirmed by the owner', meaning: 'Stated by the owner in a return.' },
};
