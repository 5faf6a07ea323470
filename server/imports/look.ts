import type { Locale } from '#core/format/number.ts';
import { importWords } from '#core/import-words/index.ts';
import { importKinds, type ImportDescription, type ImportSettings } from '#core/wire/imports.ts';
import type { Gate } from '../db/gate.ts';
import { kindOf, kinds } from './kinds.ts';
import { describeFile } from './page/describe.ts';
import { requireFile, stemOf } from './stage.ts';
import { lookTexts } from './texts-look.ts';

/** `look <file> [kind=…] [option=value …] [field=column …]`: how a file is understood, before anything is read in. */
export async function look(gate: Gate, words: readonly string[], locale: Locale): Promise<string> {
  const [path = '', ...rest] = words;
  requireFile(path);
  const name = path.replace(/^.*[/\\]/, '');
  const settings = settingsOf(rest);
  const { description } = await describeFile(gate, { path, name, source: stemOf(name), settings }, importKinds);
  return linesOf(description, path, rest, locale).join('\n');
}

function settingsOf(words: readonly string[]): ImportSettings {
  const given = new Map(
    words.map((word): [string, string] => [word.split('=', 1)[0] ?? '', word.replace(/^[^=]*=?/, '')]),
  );
  const kind = given.get('kind');
  const chosen = kinds.find(({ code }) => code === kind) && kindOf(kind ?? '');
  given.delete('kind');
  const take = (key: string) => {
    const value = given.get(key);
    given.delete(key);
    return value;
  };
  const [crs, heading, swap, delimiter] = ['crs', 'heading', 'swap', 'delimiter'].map(take);
  const [layer, encoding] = ['layer', 'encoding'].map(take);
  const rest = [...given];
  const isField = (key: string) => chosen !== undefined && key in chosen.fields;
  return {
    ...(chosen && { kind: chosen.code }),
    ...(crs && { crs: Number(crs) }),
    ...(heading && { headingRow: Number(heading) }),
    ...(swap && { swapAxes: swap === 'yes' }),
    ...(delimiter && { delimiter: (delimiter === 'tab' ? '\t' : delimiter) as ',' | ';' }),
    ...(layer && { layer }),
    ...(encoding && { encoding: encoding as 'UTF-8' }),
    mapping: Object.fromEntries(rest.filter(([key]) => isField(key))),
    options: Object.fromEntries(rest.filter(([key]) => !isField(key))),
  };
}

function linesOf(told: ImportDescription, path: string, given: readonly string[], locale: Locale): string[] {
  const texts = lookTexts(locale);
  const words = importWords(locale);
  const findings: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>> = {
    ...words.notes,
    ...words.faults,
    ...words.findings,
  };
  const says = (code: string, values: Readonly<Record<string, string | number>>) => findings[code]?.(values) ?? code;
  const because = told.likelyKinds.find(({ kind }) => kind === told.kind)?.because;
  const fields: Readonly<Record<string, string>> = words.fields;
  const marks = { stop: '✗', warn: '!', info: '•' } as const;
  return [
    `${texts.format}: ${[told.format, told.encoding, told.delimiter === '\t' ? 'tab' : told.delimiter].filter(Boolean).join(' · ')}`,
    ...(told.headingRow === null ? [] : [`${texts.headings}: ${told.headingRow}`]),
    ...(told.layers.length > 1 ? [`${texts.layers}: ${told.layers.map(({ name }) => name).join(', ')}`] : []),
    `${texts.kind}: ${told.kind ? `${told.kind} (${words.kinds[told.kind]}${because ? `: ${says(because.code, because.values)}` : ''})` : texts.unknown}`,
    ...(told.crs ? [`${texts.crs}: ${told.crs.name} (EPSG:${told.crs.epsg})`] : []),
    ...told.fields
      .filter(({ column, required }) => column !== null || required)
      .map(
        ({ field, column, examples }) =>
          `  ${field} (${fields[field] ?? field}) = ${column ?? texts.missing}${examples.length > 0 ? `   ${examples.join(' · ')}` : ''}`,
      ),
    ...(told.notStored.length > 0 ? [`${texts.notStored}: ${told.notStored.join(', ')}`] : []),
    ...told.findings.map(({ severity, code, values }) => `${marks[severity]} ${says(code, values)}`),
    ...(told.kind
      ? [
          '',
          `npm run import -- ${[told.kind, path, ...given.filter((word) => !word.startsWith('kind='))].join(' ')} publish=no`,
        ]
      : []),
  ];
}
