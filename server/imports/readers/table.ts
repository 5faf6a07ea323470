/** Rows that stand together in a file. A row that was put aside stands as an empty one, so that the numbers hold. */
export interface Chunk {
  /** Number in the file of the first row: 2 where the headings stand on row 1. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

/** A row of a sheet or a text file that is no data. */
export interface Aside {
  readonly row: number;
  readonly kind: 'total' | 'footnote' | 'empty';
  /** Its first text, at most 200 characters. */
  readonly text: string;
}

/** Something to tell of a file; the words stand in #core/import-words. */
export interface ReadNote {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A file as rows of text under headings, whatever its format was. */
export interface Table {
  readonly header: readonly string[];
  /** The column that holds the geometry as WKT in EPSG:3006; null in plain text files. */
  readonly wktColumn: number | null;
  /** How the file was understood, for the report: "csv ; UTF-8". */
  readonly format: string;
  /** The row that the headings stand on (the lower of two), 1 being the file's first; 0 when there are none. */
  readonly headingRow?: number;
  /** The first thousand rows put aside, filled as the chunks are read. */
  readonly aside?: readonly Aside[];
  /** What is known when all chunks are read. */
  readonly notes?: readonly ReadNote[];
  chunks(): AsyncIterable<Chunk>;
  /** Frees what was unpacked to read it. Safe to call twice. */
  close(): Promise<void>;
}

/** How many rows are handed on at a time. */
export const chunkRows = 2000;
