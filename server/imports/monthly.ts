/** Which months of a period have rows: a gap in a series must be said, or it is read as a fall. */
export class Monthly {
  readonly #months = new Set<string>();
  first = '9999-12-31';
  last = '0000-01-01';

  /** @param at "YYYY-MM-DD …" */
  add(at: string): void {
    const day = at.slice(0, 10);
    if (day < this.first) this.first = day;
    if (day > this.last) this.last = day;
    this.#months.add(at.slice(0, 7));
  }

  /** Months within the period that have none, "YYYY-MM"; at most sixty are looked at a gap. */
  missing(): string[] {
    const gaps: string[] = [];
    let [year, month] = this.first.slice(0, 7).split('-').map(Number) as [number, number];
    const end = this.last.slice(0, 7);
    for (let steps = 0; steps < 1200; steps += 1) {
      const key = `${year}-${String(month).padStart(2, '0')}`;
      if (key > end) break;
      if (!this.#months.has(key)) gaps.push(key);
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
    }
    return gaps;
  }
}
