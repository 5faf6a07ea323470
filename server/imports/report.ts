import { closeSync, openSync, writeSync } from 'node:fs';
import { shortened } from './shortened.ts';

/** Why a row was refused. The words for each stand in #core/import-words. */
export type Reason =
  | 'no_position'
  | 'position_no_number'
  | 'position_null_island'
  | 'position_outside'
  | 'not_a_point'
  | 'not_an_area'
  | 'no_geometry'
  | 'degenerate'
  | 'no_time'
  | 'not_a_time'
  | 'not_a_day'
  | 'missing'
  | 'not_a_number'
  | 'out_of_range'
  | 'not_a_choice'
  | 'too_long'
  | 'duplicate'
  | 'too_few_columns'
  | 'unknown_area'
  | 'outside_cell'
  | 'not_a_period'
  | 'period_over_years'
  | 'not_a_square'
  | 'not_on_grid'
  | 'given_by_other_source'
  | 'personal_number'
  | 'sensitive_dwelling'
  | 'sensitive_close_relation'
  | 'sensitive_sexual';

/** One row that was not taken in: where it stands, which field, what stood there, why. */
export interface Refusal {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: Reason;
}

/** Something the reader should know that is no fault of one row. The words stand in #core/import-words. */
export interface Note {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is told while an import runs and after it. */
export interface Report {
  refuse(refusal: Refusal): void;
  note(code: string, values?: Note['values']): void;
  /** Rows so far of one stage of the work. */
  progress(stage: 'read' | 'convert' | 'publish' | 'coverage' | 'clean', rows: number): void;
  readonly refused: number;
  /** Writes what is waiting to be written. */
  flush?(): Promise<void>;
}

export const shownRefusals = 20;

/**
 * Collects refusals: the first twenty to show, all of them to a file that `fileFor` names when there is a first one.
 * Of a secret kind nothing is written and no value kept: the row's number is enough for its owner.
 */
export class Collector implements Report {
  readonly shown: Refusal[] = [];
  readonly notes: Note[] = [];
  refused = 0;
  file: string | null = null;
  #descriptor: number | null = null;
  #waiting: string[] = [];

  constructor(
    private readonly kind: {
      readonly isSecret: boolean;
      readonly fileFor: () => string;
      readonly line: (refusal: Refusal | null) => string;
    },
    readonly progress: Report['progress'],
  ) {}

  refuse(refusal: Refusal): void {
    this.refused += 1;
    const kept = this.kind.isSecret ? { ...refusal, value: '' } : refusal;
    if (this.shown.length < shownRefusals) this.shown.push(kept);
    if (this.kind.isSecret) return;
    if (this.#descriptor === null) {
      this.file = this.kind.fileFor();
      this.#descriptor = openSync(this.file, 'w', 0o600);
      this.#waiting.push(`\ufeff${this.kind.line(null)}`);
    }
    this.#waiting.push(this.kind.line(kept));
    if (this.#waiting.length >= 5000) this.#flush();
  }

  note(code: string, values: Note['values'] = {}): void {
    this.notes.push({ code, values: shortened(values) });
  }

  close(): void {
    if (this.#descriptor === null) return;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #flush(): void {
    if (this.#descriptor !== null) writeSync(this.#descriptor, this.#waiting.join(''));
    this.#waiting = [];
  }
}
