/** What the form sends when a new series is named. */
export const NEW_SERIES = 'new';

const KNOWN = 'known:';

/** What the form sends for a series that the indicator has: no name of a series can be taken for `NEW_SERIES`. */
export const choiceOfSeries = (series: string): string => `${KNOWN}${series}`;

/** The name of the series that was chosen; what is no choice of the form is a name that no series has. */
export const seriesChosen = (choice: string): string => (choice.startsWith(KNOWN) ? choice.slice(KNOWN.length) : '');
