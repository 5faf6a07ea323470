import type { Locale } from '#core/format/number.ts';

/** A table as the template sets it: the first column is text, the rest figures. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns: a share of what is left (1fr) or as wide as it is. */
  readonly columns: readonly ('wide' | 'narrow')[];
  /** Columns that are text rather than figures, from 0. */
  readonly textColumns: readonly number[];
  /** True: the last row is a sum. */
  readonly sum: boolean;
}

export interface Section {
  readonly heading: string;
  readonly level: 2 | 3;
  readonly intro: string | null;
  readonly chart: { readonly file: string; readonly alt: string; readonly caption: string } | null;
  readonly table: Table | null;
  /** Keys and caveats under the table. */
  readonly notes: readonly string[];
  /** "Källa: …"; stands beside every figure. */
  readonly source: string | null;
}

/** What the template is given: finished words in their order. It decides only how they look. */
export interface ReportContent {
  readonly lang: Locale;
  readonly title: string;
  readonly kicker: string;
  readonly municipality: string;
  readonly subtitle: string;
  /** Year, month, day of the data. */
  readonly date: readonly [number, number, number];
  readonly basis: string;
  readonly footer: string;
  readonly page: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  readonly map: {
    readonly heading: string;
    readonly alt: string;
    readonly notes: readonly string[];
    readonly source: string;
    readonly legend: readonly { readonly file: string; readonly label: string }[];
  };
  readonly sections: readonly Section[];
  readonly method: { readonly heading: string; readonly paragraphs: readonly (readonly [string, string])[] };
}
