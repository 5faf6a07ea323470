import type { Report } from './report.ts';

/** Values that a kept row had and that could not be read: counted by field, with a few examples, and told. */
export class Unread {
  readonly #left = new Map<string, string[]>();
  readonly #reckoned = new Map<string, string[]>();

  /** Notes a value that is left unknown. */
  left(field: string, value: string): null {
    this.#left.set(field, [...(this.#left.get(field) ?? []), value]);
    return null;
  }

  /** Notes a day that stood as a spreadsheet's serial number. */
  reckoned(field: string, value: string): void {
    this.#reckoned.set(field, [...(this.#reckoned.get(field) ?? []), value]);
  }

  tell(report: Report): void {
    for (const [code, values] of [
      ['unread_values', this.#left],
      ['serial_days', this.#reckoned],
    ] as const)
      for (const [field, given] of values)
        report.note(code, { field, rows: given.length, examples: [...new Set(given)].slice(0, 5).join(', ') });
  }
}
