import { ImportFault } from '../fault.ts';

const giga = 1024 ** 3;

/** What a packed file may become, and how many times larger than itself: honest files of text stay under 50. */
const mostUnpacked_bytes = 20 * giga;
const mostRatio = 200;
/** Below this a high ratio does no harm: a small file of one repeated row. */
const harmless_bytes = giga / 4;

/** @throws ImportFault `zip_bomb` */
export function refuseBomb(packed_bytes: number, unpacked_bytes: number): void {
  const ratio = unpacked_bytes / Math.max(1, packed_bytes);
  if (unpacked_bytes > mostUnpacked_bytes || (unpacked_bytes > harmless_bytes && ratio > mostRatio))
    throw new ImportFault('zip_bomb', { megabytes: String(Math.round(unpacked_bytes / 1024 ** 2)) });
}

/**
 * Formats that GDAL reads whole into memory: sheets, and XML other than OpenStreetMap's.
 * @throws ImportFault `too_large`
 */
export function refuseTooLargeForMemory(bytes: number, format: string): void {
  const most_bytes = giga / 2;
  if (bytes <= most_bytes) return;
  const megabytes = (count: number) => String(Math.round(count / 1024 ** 2));
  throw new ImportFault('too_large', { format, megabytes: megabytes(bytes), most: megabytes(most_bytes) });
}

/** Characters of one row of text that a person made; beyond it a quotation mark was never closed. */
export const mostInRow = 2_000_000;
