import type { Publishing } from '../db/import-batches.ts';
import type { Count } from './area-counts-rows.ts';
import type { Report } from './report.ts';
import type { Amount } from './sense/amount.ts';
import type { Heading } from './survey-headings.ts';

/** From the finest to the coarsest, as refreshCrimeSource orders them. */
const grains = ['day', 'month', 'quarter', 'half_year', 'year', 'period'] as const;

/** What the one who imports should know of a file of counts, gathered while it is read. */
export class CountNotes {
  /** What a count of no named kind is called. */
  readonly unnamed = 'Brott';
  readonly #unknown = new Map<string, number>();
  #wide: readonly Heading[] = [];
  #withheld = 0;
  #missing = 0;
  #dashes = 0;

  wide(headings: readonly Heading[]): void {
    this.#wide = headings;
  }

  unknown(word: string): void {
    this.#unknown.set(word, (this.#unknown.get(word) ?? 0) + 1);
  }

  amount(text: string, { status }: Amount): void {
    if (status === 'withheld') this.#withheld += 1;
    else if (status === 'missing') this.#missing += 1;
    else if (/^[-–—−]$/.test(text.trim())) this.#dashes += 1;
  }

  tell(report: Report, left: { readonly sums: number; readonly rests: number; readonly nested: number }): void {
    if (this.#wide.length > 0) report.note('wide', { columns: this.#wide.map(({ heading }) => heading).join(', ') });
    if (this.#withheld + this.#missing + this.#dashes > 0)
      report.note('blanks', { withheld: this.#withheld, missing: this.#missing, zero: this.#dashes });
    if (left.sums > 0) report.note('sums_aside', { rows: left.sums });
    if (left.rests > 0) report.note('rests', { rows: left.rests });
    if (left.nested > 0) report.note('nested_periods', { rows: left.nested });
    if (this.#unknown.size === 0) return;
    const most = [...this.#unknown].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    report.note('unknown_categories', {
      rows: most.reduce((sum, [, count]) => sum + count, 0),
      names: most
        .slice(0, 8)
        .map(([name, count]) => `${name} (${count})`)
        .join(', '),
    });
  }

  /** What the source is, for whoever shows its figures. */
  crime(
    what: string | undefined,
    grain: 'area' | 'square',
    counts: Iterable<Pick<Count, 'period'>>,
  ): NonNullable<Publishing['crime']> {
    let [from, to, coarsest] = ['9999', '', 0];
    for (const { period } of counts) {
      if (period.from < from) from = period.from;
      if (period.to > to) to = period.to;
      coarsest = Math.max(coarsest, grains.indexOf(period.grain));
    }
    return {
      what: what ?? 'recorded_crime',
      grain,
      timeGrain: grains[coarsest] ?? 'period',
      periodFrom: from,
      periodTo: to,
      refusedForDensity: null,
      distinctPoints: null,
    };
  }
}
