/** One cell of a table that becomes a file; null is an empty cell. */
export type Cell = string | number | null;
