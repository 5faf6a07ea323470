import type { IncidentCategory } from '#core/wire/layers.ts';
import type { Period } from './sense/period.ts';
import type { Amount } from './sense/amount.ts';
import { categoryOf, isCategory } from './incident-categories.ts';

/** One figure: how many of one kind of crime in one place and period. */
export interface Count {
  readonly row: number;
  /** Area or square. */
  readonly place: string;
  readonly category: IncidentCategory;
  /** What the source calls it. */
  readonly sourceCategory: string;
  readonly period: Period;
  readonly amount: Amount;
  /** The source's own number of the category and of the one that it is part of, where the file has them. */
  readonly node?: string;
  readonly parent?: string;
}

/** A category of ours by the source's word; `known` false when nothing tells, and it counts as other. */
export function categoryIn(word: string): { readonly category: IncidentCategory; readonly known: boolean } {
  if (isCategory(word)) return { category: word, known: true };
  const [heading = word, therof] = word.split(/,\s*(?:därav|varav)\s+/i);
  // Brå chains its headings: the last chapter is what the row is of.
  const chapter = heading.split(/(?:^|, )\d+(?:-\d+)? kap\. /).at(-1) ?? heading;
  const category = (therof ? categoryOf(therof) : null) ?? categoryOf(chapter) ?? categoryOf(word);
  return { category: category ?? 'other', known: category !== null };
}

const totals =
  /^(tot(alt?|alsumma|\.)|summa|sum|samtliga|alla|all)(\s|$)|\s(totalt?|summa)$|^antal( anmälda)? brott$|^anmälda brott$/i;

/** Whether a category is the sum of the others: "Totalt antal brott", "Samtliga brott", "Brott totalt". */
export function isTotalCategory(word: string): boolean {
  return totals.test(word.trim());
}

/** What was not taken as it stood, for the report. */
export interface Parted {
  readonly counts: readonly Count[];
  /** Rows that were sums of other rows. */
  readonly sums: number;
  /** Rows that were cut down to what their parts leave over. */
  readonly rests: number;
}

/**
 * Leaves every crime in one row only, so that no sum is ever added to its parts. Totals go, and headings with parts of
 * their own in the file (by the source's numbers, or Brå's chained names: "…, 8 kap. Stöld, därav cykeltillgrepp") are cut
 * down to what the parts leave over. Where a part is held back nothing can be said of the rest, and the heading goes.
 */
export function withoutSums(counts: readonly Count[]): Parted {
  const together = new Map<string, Count[]>();
  for (const count of counts) {
    const key = `${count.place}\u001f${count.period.from}\u001f${count.period.to}`;
    const group = together.get(key);
    if (group) group.push(count);
    else together.set(key, [count]);
  }
  const kept: Count[] = [];
  let [sums, rests] = [0, 0];
  for (const group of together.values()) {
    const parts = group.length === 1 ? group : group.filter(({ sourceCategory }) => !isTotalCategory(sourceCategory));
    // A file of totals alone has nothing that they could be added to.
    const named = parts.length > 0 ? parts : group;
    sums += group.length - named.length;
    const children = childrenIn(named);
    for (const count of named) {
      const below = children.get(count);
      if (!below) {
        kept.push(count);
        continue;
      }
      const rest = restOf(count, below);
      if (rest === null || rest <= 0) sums += 1;
      else {
        rests += 1;
        kept.push({
          ...count,
          sourceCategory: `${count.sourceCategory}, övrigt`,
          amount: { status: 'published', value: rest },
        });
      }
    }
  }
  return { counts: kept, sums, rests };
}

function restOf({ amount }: Count, below: readonly Count[]): number | null {
  if (amount.status !== 'published') return null;
  let rest = amount.value;
  for (const part of below) {
    if (part.amount.status !== 'published') return null;
    rest -= part.amount.value;
  }
  return rest;
}

/** Of each heading with parts in the group its nearest ones. */
function childrenIn(group: readonly Count[]): Map<Count, Count[]> {
  const byNode = new Map(group.flatMap((count) => (count.node ? [[count.node, count] as const] : [])));
  const byName = new Map(group.map((count) => [count.sourceCategory, count] as const));
  const children = new Map<Count, Count[]>();
  for (const count of group) {
    const above = byNode.get(count.parent ?? '') ?? headingOf(count.sourceCategory, byName);
    if (!above || above === count) continue;
    const known = children.get(above);
    if (known) known.push(count);
    else children.set(above, [count]);
  }
  return children;
}

/** The longest name that this one goes on from, where the words between say that it is a part. */
function headingOf(name: string, byName: ReadonlyMap<string, Count>): Count | undefined {
  for (let end = name.lastIndexOf(', '); end > 0; end = name.lastIndexOf(', ', end - 1)) {
    const rest = name.slice(end + 2);
    const above = byName.get(name.slice(0, end));
    if (above && /^(därav|varav)\b|\bkap\. |^Brott mot /i.test(rest)) return above;
  }
  return undefined;
}

/**
 * The same figures with each time told once: a year beside its own months or quarters goes when they fill it, else the parts go
 * and the year stays. A part that is held back does not fill.
 */
export function withoutNestedPeriods(counts: readonly Count[]): {
  readonly counts: readonly Count[];
  readonly nested: number;
} {
  const lines = new Map<string, Count[]>();
  for (const count of counts) {
    const key = `${count.place}\u001f${count.sourceCategory}`;
    const line = lines.get(key);
    if (line) line.push(count);
    else lines.set(key, [count]);
  }
  const dropped = new Set<Count>();
  for (const line of lines.values()) {
    if (line.length === 1) continue;
    const shortestFirst = line.toSorted((x, y) => daysOf(x.period) - daysOf(y.period));
    for (const [order, whole] of shortestFirst.entries()) {
      const within = shortestFirst
        .slice(0, order)
        .filter((part) => !dropped.has(part) && contains(whole.period, part.period));
      if (within.length === 0) continue;
      const filled = within
        .filter(({ amount }) => amount.status === 'published')
        .reduce((sum, { period }) => sum + daysOf(period), 0);
      if (filled >= daysOf(whole.period) || whole.amount.status !== 'published') dropped.add(whole);
      else for (const part of within) dropped.add(part);
    }
  }
  return { counts: counts.filter((count) => !dropped.has(count)), nested: dropped.size };
}

function contains(whole: Period, part: Period): boolean {
  return whole.from <= part.from && part.to <= whole.to && (whole.from !== part.from || whole.to !== part.to);
}

function daysOf({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
