/** One row in the database of a demonstration, none in any other. Every page and file of it says what it is. */
export interface DemonstrationTable {
  /** The day it was made, from which its quarters are counted. */
  madeOn: string;
  change: number;
}
