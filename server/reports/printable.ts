import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces that typst.worker.mjs is given. */
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];
/** Stands for a character that the report's font has not. */
const substitute = '?';

let ranges: readonly (readonly [number, number])[][] | undefined;

/**
 * Text as the report's font can set it: PDF/A refuses a document with a single character that no font of it has, and names
 * come from files. What the font lacks (another script, a pictogram, a control character) becomes a question mark.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\n\x20-\x7e]/gu, (sign) => (isCovered(sign.codePointAt(0)!) ? sign : substitute));
}

function isCovered(codePoint: number): boolean {
  ranges ??= faces.map(readRanges);
  return ranges.every((face) => face.some(([first, last]) => codePoint >= first && codePoint <= last));
}

/** The characters of a TrueType font, from its `cmap` table's format 12: groups of first and last code point. */
function readRanges(face: string): [number, number][] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));
  const font = readFileSync(join(folder, face, `SourceSans3_${face}.ttf`));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const full = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (full === undefined) throw new Error(`The font ${face} has no character table of format 12.`);
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, index) => {
    const group = full + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}
