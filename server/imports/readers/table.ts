/** Rows that stand together in a file; the heading is row 1, so `first` of the first chunk is 2. */
export interface Chunk {
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

/** A file as rows of text under headings, whatever its format was. */
export interface Table {
  readonly header: readonly string[];
  /** The column that holds the geometry as WKT in EPSG:3006; null in plain text files. */
  readonly wktColumn: number | null;
  /** How the file was understood, for the report: "csv ; UTF-8". */
  readonly format: string;
  chunks(): AsyncIterable<Chunk>;
  /** Frees what was unpacked to read it. Safe to call twice. */
  close(): Promise<void>;
}

/** How many rows are handed on at a time. */
export const chunkRows = 5000;
