/** What a report found about how partnerships work, in our words. */
export interface FindingTable {
  code: string;
  position: number;
  source: string;
  text: string;
  change: number;
}

export interface FindingThemeTable {
  finding: string;
  theme: string;
  change: number;
}
