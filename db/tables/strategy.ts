/** The one strategy that the database holds. */
export interface StrategyTable {
  code: string;
  name: string;
  shortName: string;
  author: string;
  publishedOn: string;
  succeededBy: string | null;
  assessedOn: string;
  assessedBy: string;
  about: string;
  change: number;
}
