import { isAscii, isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { bytesAt, firstBytes } from './bytes.ts';

/**
 * Writes the .cpg file that says UTF-8 beside a shapefile's table that is in UTF-8 and does not say so: GDAL would take
 * its letters for ISO-8859-1.
 */
export async function sayLetters(stem: string): Promise<void> {
  if (existsSync(`${stem}.cpg`) || !existsSync(`${stem}.dbf`)) return;
  const head = await firstBytes(`${stem}.dbf`, 32);
  if (head.length < 32) return;
  const body = await bytesAt(`${stem}.dbf`, head.readUInt16LE(8), 1024 * 1024);
  // The last letter may be cut.
  const isUtf8Body = [0, 1, 2, 3].some((cut) => isUtf8(body.subarray(0, body.length - cut)));
  if (!isAscii(body) && isUtf8Body) await writeFile(`${stem}.cpg`, 'UTF-8');
}
