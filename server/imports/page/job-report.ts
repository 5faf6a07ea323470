import type { ImportNote } from '#core/wire/imports.ts';
import type { Gate } from '../../db/gate.ts';
import { insertRefusals, reportJob, type RefusalRow } from '../../db/import-jobs.ts';
import type { Refusal, Report } from '../report.ts';
import { shortened } from '../shortened.ts';

/** How often progress is written, and how many refused rows go in one statement. */
const write_ms = 400;
const refusalsAtOnce = 1000;
/** A value is told as far as a person would read it. */
const longestValue = 200;

/** Tells a job's own row how it goes, and keeps its refused rows: of a secret kind without what stood in them. */
export class JobReport implements Report {
  readonly notes: ImportNote[] = [];
  refused = 0;
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
    this.#waiting.push({
      row,
      field,
      value: this.isSecret ? '' : value.slice(0, longestValue).replaceAll('\0', ''),
      reason,
    });
    if (this.#waiting.length >= refusalsAtOnce) this.#write();
  }

  note(code: string, values: ImportNote['values'] = {}): void {
    this.notes.push({ code, values: shortened(values) });
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
