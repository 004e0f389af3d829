import { draw } from './components/figures/draw.tsx';
import { summaryFile, summaryFiles } from './documents/summary-files.ts';
import type { SummaryMaker } from './domain/summary/summary-maker.ts';
import { env } from './env.server.ts';

/** What this program makes summaries with: its figures, its file writers, the marking of its settings. */
export const maker: SummaryMaker = { marking: env.MARKING, draw, file: summaryFile, files: summaryFiles };
