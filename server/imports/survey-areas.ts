import type { Gate } from '../db/gate.ts';
import { areaSets, areasOfSet, type SurveyAreaSet } from '../db/import-survey.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Table } from './readers/table.ts';
import type { Report } from './report.ts';
import { parseCode } from './values.ts';

/** A set of areas that the rows of a file name by code or by name. */
export interface KnownAreas {
  readonly set: SurveyAreaSet;
  /** An area's code, by its code or its name; null for neither, and for a name that two areas share. */
  codeOf(text: string): string | null;
}

/** @throws ImportFault `no_such_area_set`, `choose_area_set`. */
export function knownAreas(gate: Gate, asked: string | undefined): Promise<KnownAreas> {
  return gate.service('importer', async (tx) => {
    const set = chooseSet(await areaSets(tx), asked ?? null);
    const byText = areasByText(await areasOfSet(tx, set.id));
    return { set, codeOf: (text) => byText.get(plainArea(text)) ?? null };
  });
}

/** The set that is named, or the only one, or the only one of survey areas. */
function chooseSet(sets: readonly SurveyAreaSet[], asked: string | null): SurveyAreaSet {
  const codes = sets.map(({ code }) => code).join(', ');
  if (asked !== null) {
    const found = sets.find(({ code }) => code === asked);
    if (!found) throw new ImportFault('no_such_area_set', { set: asked, sets: codes });
    return found;
  }
  const ofSurvey = sets.filter(({ kind }) => kind === 'survey_area');
  const [only, ...more] = ofSurvey.length > 0 ? ofSurvey : sets;
  if (!only || more.length > 0) throw new ImportFault('choose_area_set', { sets: codes });
  return only;
}

function areasByText(areas: readonly { readonly code: string; readonly name: string }[]): Map<string, string | null> {
  const byText = new Map<string, string | null>();
  for (const { code, name } of areas) {
    const plain = plainArea(name);
    const before = byText.get(plain);
    byText.set(plain, before === undefined || before === code ? code : null);
  }
  // A code wins over a name that reads the same.
  for (const { code } of areas) byText.set(plainArea(code), code);
  return byText;
}

const plainArea = (text: string) => parseCode(text.trim()).normalize('NFC').replace(/\s+/g, ' ').toLowerCase();

/**
 * The mapping with the column that names the areas: the one asked for, or of those that go by a known heading the one that
 * names most areas. A file often holds a code of its own register beside the name.
 */
export function withAreaColumn(
  table: Pick<Table, 'header' | 'wktColumn'>,
  headings: readonly string[],
  mapping: ReadonlyMap<string, string>,
  sample: readonly (readonly string[])[],
  areas: Pick<KnownAreas, 'codeOf'>,
): ReadonlyMap<string, string> {
  if (mapping.has('area')) return mapping;
  const taken = new Set(mapping.values());
  const tried = headings
    .map((heading) => findColumns(table, { area: [heading] }, new Map()).index.area)
    .filter((index, order, all) => index >= 0 && all.indexOf(index) === order && !taken.has(table.header[index] ?? ''))
    .map((index) => ({ index, hits: sample.filter((row) => areas.codeOf(cell(row, index)) !== null).length }));
  const [first, ...others] = tried;
  if (!first) return mapping;
  const best = others.reduce((left, right) => (right.hits > left.hits ? right : left), first);
  return new Map([...mapping, ['area', table.header[best.index] ?? '']]);
}

const wholes =
  /^(hela |polisregion|polisområde|lokalpolisområde|lpo |region |riket|sverige|kommunen|län(et)?|tot(alt?|\.)?$|summa|sum$|samtliga|alla områden|all areas|the whole )|[ ,-](totalt?|total|summa)$/i;

/** Whether a row that is no area tells of a whole: "Hela kommunen", "Malmö totalt", "Summa", "Polisregion Syd". */
export function isWholeName(text: string): boolean {
  return wholes.test(text.trim());
}

/** Counts the rows of wholes that are put aside, by what they are called; `tell` says so. */
export class Wholes {
  readonly #rows = new Map<string, number>();

  add(name: string): void {
    this.#rows.set(name, (this.#rows.get(name) ?? 0) + 1);
  }

  tell(report: Report): void {
    if (this.#rows.size === 0) return;
    const rows = [...this.#rows.values()].reduce((sum, count) => sum + count, 0);
    report.note('wholes_aside', { rows, names: [...this.#rows.keys()].slice(0, 5).join(', ') });
  }
}
