import type { LonLat } from './sites.ts';

/**
 * Bringing files in. Order of a visit: POST /api/import-files and its parts, POST /api/imports, GET …/description until the
 * settings are right (PATCH takes the whole of them anew), POST …/read, GET until `ready`, POST …/publish. Nobody but the maker sees a
 * job; nobody at all sees its rows before it is published.
 */

export const importKinds = [
  'areas',
  'population',
  'survey',
  'incidents',
  'area-counts',
  'square-counts',
  'cameras',
  'planned-mounts',
  'interventions',
  'zones',
  'masts',
  'osm',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** POST /api/import-files { name, bytes } answers this; PUT /api/import-files/:id?offset= takes at most 8 MiB of bytes. */
export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** How many have come: where the next part begins, also after a lost connection. */
  readonly received: number;
}

/** How a file is to be read. What is left out is guessed; GET …/description says what was guessed. */
export interface ImportSettings {
  readonly kind?: ImportKind;
  /** What the source is called: the same name again is the same source. */
  readonly source?: string;
  readonly layer?: string;
  /** EPSG code, when the file does not say its own or says it wrong. */
  readonly crs?: number;
  readonly encoding?: 'UTF-8' | 'ISO-8859-1' | 'UTF-16';
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** The row that the headings stand on (1 is the first), or 0 for a file without headings. */
  readonly headingRow?: number;
  /** The file's coordinates stand north (or latitude) first. */
  readonly swapAxes?: boolean;
  /** Field to column heading; null takes a guessed column away. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  /** The kind's own choices, as on the command line. */
  readonly options?: Readonly<Record<string, string>>;
}

/** A value or a sentence about the file: the words stand in web/text and server/imports/texts. */
export interface ImportNote {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A trap that was recognised, with what to change about it when something can be changed. */
export interface ImportFinding extends ImportNote {
  /** `stop`: it cannot be read like this. `warn`: it can, but likely not as meant. `info`: good to know. */
  readonly severity: 'stop' | 'warn' | 'info';
  /** Settings that would mend it: the interface offers them as one press. */
  readonly proposal: ImportSettings | null;
}

/** One of a kind's fields and the column that it is taken from. */
export interface ImportField {
  readonly field: string;
  readonly required: boolean;
  /** Heading of the column, or null. */
  readonly column: string | null;
  /** The reader chose it, not a person. */
  readonly guessed: boolean;
  /** The first values of the column as they stand in the file. */
  readonly examples: readonly string[];
}

/** One of a kind's choices. `choices` null takes any text. */
export interface ImportOption {
  readonly name: string;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  readonly value: string | null;
}

/** GET /api/imports/:id/description (`no-store`, kept nowhere): how the file is understood before anything is read in. */
export interface ImportDescription {
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headingRow: number | null;
  /** Layers or sheets; one without a name for a text file. */
  readonly layers: readonly { readonly name: string; readonly rows: number | null; readonly geometry: string | null }[];
  readonly layer: string | null;
  /** Null when there is no position in the file. */
  readonly crs: { readonly epsg: number; readonly name: string; readonly guessed: boolean } | null;
  readonly kind: ImportKind | null;
  /** Best first, with the reason's code. */
  readonly likelyKinds: readonly { readonly kind: ImportKind; readonly because: ImportNote }[];
  readonly source: string;
  readonly fields: readonly ImportField[];
  readonly options: readonly ImportOption[];
  readonly header: readonly string[];
  /** The first rows as they stand; personal identity numbers are struck out. */
  readonly rows: readonly (readonly string[])[];
  /** Headings of columns that will not be stored. */
  readonly notStored: readonly string[];
  readonly findings: readonly ImportFinding[];
  /** Where the first rows would land, WGS84: points, or the corner points of outlines. */
  readonly places: readonly LonLat[];
  /** The same as outlines of areas, when they are. */
  readonly outlines: readonly (readonly LonLat[])[];
  /** A named mapping that fits the headings, taken already. */
  readonly usedMapping: string | null;
}

export type ImportState =
  /** The settings can be changed. */
  | 'draft'
  /** Another import of the kind is on its way. */
  | 'waiting'
  | 'reading'
  /** Read and compared; nothing is seen yet. */
  | 'ready'
  | 'publishing'
  | 'published'
  | 'failed'
  | 'cancelled'
  /** The server stopped in the middle: nothing of it was published. */
  | 'interrupted'
  | 'undone';

/**
 * POST /api/imports/:id/{read,publish,undo} and DELETE (cancel, or throw away what was read) answer the job. A fault of the
 * file is 422 `import-fault` with `current: { code, values }` for the interface's own sentence.
 */
/** GET /api/imports (own, newest first; all of the open kinds for an administrator), GET /api/imports/:id. */
export interface ImportJob {
  readonly id: string;
  readonly state: ImportState;
  readonly kind: ImportKind | null;
  readonly source: string;
  readonly files: readonly string[];
  readonly settings: ImportSettings;
  readonly progress: { readonly stage: string; readonly rows: number } | null;
  readonly counts: ImportCounts | null;
  readonly notes: readonly ImportNote[];
  /** Why it failed: a fault's code and values. */
  readonly fault: ImportNote | null;
  /** Refused rows by reason, most first; all of them: GET /api/imports/:id/refused.csv. */
  readonly refusals: readonly { readonly reason: string; readonly rows: number }[];
  /** The first twenty refused rows. Of a secret kind without values. */
  readonly refused: readonly ImportRefusal[];
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly makerName: string | null;
  /** Its publishing can be taken back: it is the last of its source. */
  readonly canUndo: boolean;
}

export interface ImportRefusal {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** Against what the source holds now. */
export interface ImportCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
  readonly refused: number;
}

/** GET /api/import-mappings?kind=; PUT /api/import-mappings/:name { kind, settings } and DELETE, both 204. Shared by those who import. */
export interface ImportMapping {
  readonly name: string;
  readonly kind: ImportKind;
  readonly settings: ImportSettings;
  readonly savedAt: string;
  readonly savedBy: string | null;
}

/**
 * POST /api/sources/:id/withdraw { reason } takes a source away with all that derives from it: its rows, and the answers
 * of searches for places that counted them.
 */
export interface Withdrawal {
  readonly rows: number;
  readonly runs: number;
}

/**
 * GET /api/kept-data, PUT { months }, POST /api/kept-data/opened { group, reason }, DELETE /api/kept-data/opened/:group
 * (administrator; all answer it): what may be kept of crimes and how long.
 */
export interface KeptData {
  readonly months: number;
  /** Category groups that are refused unless opened: `dwelling`, `close_relation`, `sexual`. */
  readonly opened: readonly {
    readonly group: string;
    readonly reason: string;
    readonly by: string | null;
    readonly at: string;
  }[];
  /** What the job of deletion did, newest first. */
  readonly deletions: readonly {
    readonly at: string;
    readonly source: string;
    readonly before: string;
    readonly rows: number;
  }[];
}
