import type { ImportDescription, ImportField, ImportKind, ImportOption, ImportSettings } from '#core/wire/imports.ts';
import type { Gate } from '../../db/gate.ts';
import type { StoredJob } from '../../db/import-jobs.ts';
import { mappingsOf } from '../../db/import-mappings.ts';
import { findColumns } from '../columns.ts';
import { ImportFault } from '../fault.ts';
import { groundOf } from '../ground.ts';
import { notStored } from '../keep/not-stored.ts';
import { withoutPersonalNumbers } from '../keep/personal-number.ts';
import { kindOf, readingOptions as readingNames, type Kind } from '../kinds.ts';
import { inspectFile, type FileFacts } from '../readers/inspect.ts';
import { requireFile } from '../stage.ts';
import { guessKinds, type LikelyKind } from '../sense/guess-kind.ts';
import { knownAreas } from './known-areas.ts';
import { landingOf } from './landing.ts';
import { readingOptions, wordsOf } from './settings.ts';
import type { Uploads } from './uploads.ts';

/** So many rows are shown as they stand, and so many examples of a column. */
const shownRows = 20;
const shownExamples = 3;

/** The description, and the settings that it was made with: what was chosen, over a mapping kept by name that fits. */
export type Describe = (
  job: StoredJob,
  kinds: readonly ImportKind[],
) => Promise<{ readonly description: ImportDescription; readonly settings: ImportSettings }>;

/** A file on the disk, and how a person has said that it is to be read. */
interface FileToDescribe {
  readonly path: string;
  readonly name: string;
  readonly source: string;
  readonly settings: ImportSettings;
}

/** Of an upload. */
export function makeDescribe(gate: Gate, uploads: Uploads): Describe {
  return ({ files, source, settings }, kinds) => {
    const [file] = files;
    if (!file) throw new ImportFault('no_such_file', { file: '' });
    return describeFile(gate, { path: uploads.path(file.id, file.name), name: file.name, source, settings }, kinds);
  };
}

/**
 * How a file is understood before anything is read in. It is computed for every question and kept nowhere: what it quotes
 * of the file goes to the one who sent it.
 * @throws ImportFault when the file cannot be opened as it is to be read.
 */
export async function describeFile(
  gate: Gate,
  { path, name: fileName, source, settings }: FileToDescribe,
  kinds: readonly ImportKind[],
): ReturnType<Describe> {
  requireFile(path, fileName);
  const facts = await inspectFile(path, readingOptions(settings));
  const table = facts.table ?? { header: [], wktColumn: null, rows: [] };
  const likelyKinds = likely(fileName, facts, table).filter((one) => kinds.includes(one.kind));
  const isOpen = (code: ImportKind) =>
    kinds.includes(code) && (settings.kind ?? code) === code && !kindOf(code).isSecret;
  const named = settings.mapping ? null : await fittingMapping(gate, isOpen, table.header);
  const code = settings.kind ?? named?.kind ?? likelyKinds[0]?.kind ?? null;
  const kind = code && kindOf(code);
  const chosen: ImportSettings = {
    ...named?.settings,
    ...settings,
    ...(named && { mapping: named.settings.mapping ?? {} }),
    ...(code && { kind: code }),
  };
  const words = kind ? wordsOf(chosen, kind) : { mapping: new Map<string, string>(), options: readingOptions(chosen) };
  const index: Readonly<Record<string, number>> = kind
    ? findColumns(table, kind.fields, refined(kind, table, inThisTable(words.mapping, table.header))).index
    : {};
  const known = {
    ...(await groundOf(gate, words.options)),
    fields: index,
    epsg: settings.crs ?? null,
    timeZone: words.options.get('timezone') ?? 'Europe/Stockholm',
  };
  const namesAreas = kind && ('area' in kind.fields || kind.code === 'areas');
  const areas = namesAreas ? await knownAreas(gate, words.options) : [];
  const landing = landingOf(facts, table, known, areas);
  const taken = new Set([...Object.values(index).filter((at) => at >= 0), table.wktColumn ?? -1]);
  const description = {
    format: facts.format,
    encoding: facts.encoding,
    delimiter: facts.delimiter,
    headingRow: facts.headingRow,
    layers: facts.layers.map(({ name, rows, geometry }) => ({ name, rows, geometry })),
    layer: facts.layer,
    crs: landing.crs,
    kind: code,
    likelyKinds,
    source,
    fields: kind ? fieldsOf(kind, index, table, words.mapping) : [],
    options: kind ? optionsOf(kind, words.options) : [],
    header: withoutColumn(table.header, table.wktColumn),
    rows: table.rows
      .slice(0, shownRows)
      .map((row) => withoutColumn(row, table.wktColumn).map((cell) => withoutPersonalNumbers(cell.slice(0, 200)))),
    notStored: notStored(table.header, table.rows, taken).map(({ heading }) => heading),
    findings: [
      ...(facts.format === 'KML'
        ? [{ code: 'kml_names_only', values: {}, severity: 'warn' as const, proposal: null }]
        : []),
      ...facts.notes.map((note) => ({ ...note, severity: 'info' as const, proposal: null })),
      ...landing.findings,
    ],
    places: landing.places,
    outlines: landing.outlines,
    usedMapping: named?.name ?? null,
  };
  return { description, settings: chosen };
}

type FirstRows = NonNullable<FileFacts['table']>;

function likely(fileName: string, facts: FileFacts, { header, rows }: FirstRows): LikelyKind[] {
  const geometry = facts.layers.find(({ name }) => name === facts.layer)?.geometry ?? null;
  const layer = facts.layer ?? '';
  return guessKinds({ fileName, layer, header, rows, geometry: geometry === 'mixed' ? null : geometry });
}

function withoutColumn(cells: readonly string[], column: number | null): string[] {
  return cells.filter((_, at) => at !== column);
}

/** A mapping kept by name whose every column the file has; the newest where several fit. */
async function fittingMapping(gate: Gate, isOpen: (kind: ImportKind) => boolean, header: readonly string[]) {
  const all = await gate.service('importer', (tx) => mappingsOf(tx, null));
  const fits = all.filter(({ kind, settings }) => {
    if (!isOpen(kind)) return false;
    const named = Object.values(settings.mapping ?? {}).filter((column): column is string => Boolean(column));
    return named.length > 0 && named.every((column) => header.includes(column));
  });
  return fits.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0] ?? null;
}

const refined = (kind: Kind, { header, rows }: FirstRows, mapping: ReadonlyMap<string, string>) =>
  kind.refine?.(header, rows, mapping) ?? mapping;

/** A column that was chosen and is not in this layer is told by its absence, not by a failure. */
function inThisTable(mapping: ReadonlyMap<string, string>, header: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...mapping].filter(([, column]) => column === '' || header.includes(column)));
}

function fieldsOf(
  kind: Kind,
  index: Readonly<Record<string, number>>,
  table: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] },
  mapping: ReadonlyMap<string, string>,
): ImportField[] {
  return Object.keys(kind.fields).map((field) => {
    const at = index[field] ?? -1;
    const examples = at < 0 ? [] : table.rows.map((row) => (row[at] ?? '').trim()).filter(Boolean);
    return {
      field,
      // A rank says why it is one, or its row is refused.
      required: kind.required.includes(field) || (field === 'priority_reason' && (index['priority'] ?? -1) >= 0),
      column: at < 0 ? null : (table.header[at] ?? null),
      guessed: !mapping.has(field),
      examples: [...new Set(examples)].slice(0, shownExamples).map((text) => withoutPersonalNumbers(text.slice(0, 80))),
    };
  });
}

/** The kind's own choices; those of how the file is read, and of the command line alone, stand elsewhere on the page. */
function optionsOf(kind: Kind, given: ReadonlyMap<string, string>): ImportOption[] {
  const elsewhere = new Set([
    ...Object.keys(readingNames),
    'source',
    'refused',
    ...(kind.isSecret ? ['organisation', 'organisation_name'] : []),
  ]);
  return Object.entries(kind.options)
    .filter(([name]) => !elsewhere.has(name) || name === 'totals')
    .map(([name, choices]) => ({
      name,
      required: kind.neededOptions.includes(name),
      choices,
      value: given.get(name) ?? null,
    }));
}
