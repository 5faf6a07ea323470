import type { ImportKind, ImportSettings } from '#core/wire/imports.ts';
import { ImportFault } from '../fault.ts';
import type { Kind } from '../kinds.ts';

/** What a person chose on the page, in the words of the command line. */
export function wordsOf(
  settings: ImportSettings,
  kind: Kind,
): {
  readonly mapping: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
} {
  const mapping = new Map<string, string>();
  for (const [field, column] of Object.entries(settings.mapping ?? {})) {
    if (!(field in kind.fields)) throw new ImportFault('unknown_argument', unknown(field, kind));
    mapping.set(field, column ?? '');
  }
  const options = readingOptions(settings);
  for (const [name, value] of Object.entries(settings.options ?? {})) {
    if (value === '') continue;
    const choices = kind.options[name];
    if (choices === undefined) throw new ImportFault('unknown_argument', unknown(name, kind));
    if (choices !== null && !choices.includes(value))
      throw new ImportFault('not_a_choice', { name, value, choices: choices.join(', ') });
    options.set(name, value);
  }
  if (settings.source && !kind.isSecret) options.set('source', settings.source);
  return { mapping, options };
}

/** How the file is to be read, whatever its kind. */
export function readingOptions(settings: ImportSettings): Map<string, string> {
  const options = new Map<string, string>();
  if (settings.layer !== undefined) options.set('layer', settings.layer);
  if (settings.crs !== undefined) options.set('crs', String(settings.crs));
  if (settings.encoding !== undefined) options.set('encoding', settings.encoding);
  if (settings.delimiter !== undefined) options.set('delimiter', settings.delimiter);
  if (settings.headingRow !== undefined) options.set('heading', String(settings.headingRow));
  if (settings.swapAxes !== undefined) options.set('swap', settings.swapAxes ? 'yes' : 'no');
  return options;
}

function unknown(word: string, kind: Kind) {
  return {
    word,
    fields: Object.keys(kind.fields).join(', '),
    options: Object.keys(kind.options).join(', '),
  };
}

/** Kinds that a role may bring in: what the police draw and plan is the police's, all else the municipality's. */
export function kindsFor(role: string): readonly ImportKind[] {
  if (role === 'liaison') return ['planned-mounts', 'zones'];
  if (role !== 'administrator' && role !== 'analyst') return [];
  return [
    'areas',
    'population',
    'survey',
    'incidents',
    'area-counts',
    'square-counts',
    'cameras',
    'interventions',
    'zones',
    'masts',
    'osm',
  ];
}
