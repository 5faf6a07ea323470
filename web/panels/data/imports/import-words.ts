import type { ImportJob, ImportKind, ImportNote } from '#core/wire/imports.ts';
import type { AllImportWords } from '../../../text/load-import-words.ts';

/** The sentence of a finding, a note or a fault. What has none is told as such, and never by its code. */
export function noteWords({ file, imports }: AllImportWords, { code, values }: ImportNote): string {
  const say = file.findings[code] ?? file.notes[code] ?? file.faults[code];
  return say?.(values) ?? imports.otherNote;
}

/** Why it failed. */
export function faultWords({ file, imports }: AllImportWords, { code, values }: ImportNote): string {
  return (file.faults[code] ?? file.findings[code])?.(values) ?? imports.ended.otherFault;
}

/** Why a row was refused. */
export function reasonWords({ file, imports }: AllImportWords, reason: string): string {
  return file.reasons[reason] ?? imports.refused.otherReason;
}

/** A field as people call it; one that has no word is a heading of the file itself. */
export function fieldWords({ file }: AllImportWords, field: string): string {
  return file.fields[field] ?? field;
}

/** "Trygghetsmätning", with a capital: it begins a line. */
export function kindWords({ file, imports }: AllImportWords, kind: ImportKind | null): string {
  return capital(kind === null ? imports.list.noKind : file.kinds[kind]);
}

/** What an import is called: its source, or its file while it has none. */
export function nameOfImport({ source, files }: Pick<ImportJob, 'source' | 'files'>): string {
  return source || files[0] || '';
}

/** Of the parts of a Shapefile, the one that the others lie beside. */
export function mainFile({ files, source }: Pick<ImportJob, 'source' | 'files'>): string {
  return files.find((name) => name.toLowerCase().endsWith('.shp')) ?? files[0] ?? source;
}

/** "Klar att granska · 4 637 rader · 12 avvisade": what is known of it so far, most telling first. */
export function stateLine(
  { imports }: AllImportWords,
  { state, counts, progress }: Pick<ImportJob, 'state' | 'counts' | 'progress'>,
  number: (value: number) => string,
): string {
  const words = imports.list;
  const rows = counts?.read ?? (state === 'reading' ? progress?.rows : undefined);
  return [
    imports.states[state],
    rows !== undefined && rows > 0 && words.rows(number(rows)),
    counts !== null && counts.refused > 0 && words.refused(number(counts.refused)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What is counted just now. */
export function progressWords(
  { imports }: AllImportWords,
  progress: ImportJob['progress'],
  number: (value: number) => string,
): string {
  if (!progress || progress.rows === 0) return imports.read.starting;
  const stages: Readonly<Record<string, (rows: string) => string>> = imports.read.stages;
  return (stages[progress.stage] ?? imports.read.stages.other)(number(progress.rows));
}

/** "12,4": millions of bytes, as the browser's own file lists count them. */
export function megabytes(bytes: number, number: (value: number, decimals?: number) => string): string {
  const mb = bytes / 1_000_000;
  return number(mb, mb < 100 ? 1 : 0);
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
