import type { SummaryMaker } from '#app/domain/summary/summary-maker.ts';
import { maker } from '#app/summary-maker.server.ts';

/** The site's own maker, but only with the two formats that take no time: for tests that are not about files. */
export const quickMaker: SummaryMaker = {
  ...maker,
  files: async (document) => [await maker.file(document, 'csv'), await maker.file(document, 'json')],
};
