import type { ImportJob, ImportNote } from '#core/wire/imports.ts';
import type { Gate } from '../../db/gate.ts';
import { insertRefusals, reportJob, type RefusalRow } from '../../db/import-jobs.ts';
import type { Refusal, Report } from '../report.ts';
import { withoutPersonalNumbers } from '../keep/personal-number.ts';
import { shortened } from '../shortened.ts';

/** How often progress is written, and how many refused rows go in one statement. */
const write_ms = 400;
const refusalsAtOnce = 1000;
/** A value is told as far as a person would read it. */
const longestValue = 200;

/** What is said of a file without the personal numbers that its headings, layers or names may hold. */
export function withoutPersons<V extends ImportNote['values']>(values: V): V {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutPersonalNumbers(value) : value,
  ]);
  return Object.fromEntries(entries) as V;
}

/** Tells a job's own row how it goes, and keeps its refused rows: of a secret kind without what stood in them. */
export class JobReport implements Report {
  readonly notes: ImportNote[] = [];
  refused = 0;
  readonly #reasons = new Map<string, number>();
  #waiting: RefusalRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #written = 0;

  constructor(
    private readonly gate: Gate,
    private readonly jobId: string,
    private readonly isSecret: boolean,
  ) {}

  refuse({ row, field, value, reason }: Refusal): void {
    this.refused += 1;
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    this.#waiting.push({
      row,
      field,
      value: this.isSecret ? '' : value.slice(0, longestValue).replaceAll('\0', ''),
      reason,
    });
    if (this.#waiting.length >= refusalsAtOnce) this.#write();
  }

  /** How many rows were refused for each reason, the most first. */
  get refusals(): ImportJob['refusals'] {
    return [...this.#reasons].map(([reason, rows]) => ({ reason, rows })).toSorted((a, b) => b.rows - a.rows);
  }

  note(code: string, values: ImportNote['values'] = {}): void {
    this.notes.push({ code, values: withoutPersons(shortened(values)) });
  }

  progress(stage: string, rows: number): void {
    if (performance.now() - this.#written < write_ms) return;
    this.#written = performance.now();
    void this.gate.service('importer', (tx) => reportJob(tx, this.jobId, stage, rows)).catch(() => {});
  }

  async flush(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    const rows = this.#waiting;
    if (rows.length === 0) return;
    this.#waiting = [];
    this.#writing = this.#writing.then(() =>
      this.gate.service('importer', (tx) => insertRefusals(tx, this.jobId, rows)),
    );
    // Met at flush; until then it must not count as unhandled.
    this.#writing.catch(() => {});
  }
}
