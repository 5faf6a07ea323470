import { cell } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Job, ReadResult } from './job.ts';
import { parseHeight_m } from './osm/buildings.ts';
import { mastFields } from './sense/fields.ts';
import { mastKindOf } from './sense/kind-words.ts';
import { copyLine, parseNumber, parseYesNo } from './values.ts';
import { featureRows } from './zones-features.ts';

/** Reads masts, poles and lamp posts: what a camera could hang on. What of a row cannot be read is left unknown and told. */
export async function readMasts(job: Job): Promise<ReadResult> {
  const { rows, read, extent, whole, unread } = await featureRows(job, mastFields, 'point', {
    kind: (text) => ['mast', 'lamp', 'pole'].includes(text),
  });
  const lines = rows.map(({ row, cells, index, key, wkt }) => {
    const text = (field: keyof typeof mastFields) => cell(cells, index[field]);
    const yesNo = (field: 'has_power' | 'has_fibre') => {
      const given = text(field);
      if (given === '' || /^(okänt?|unknown|\?|-|–)$/i.test(given)) return null;
      return supplyOf(given) ?? unread.left(field, given);
    };
    const kindText = text('kind');
    const kind = mastKindOf(whole.kind) ?? mastKindOf(kindText);
    if (!kind && kindText !== '') unread.left('kind', kindText);
    const heightText = text('height');
    const height = heightText === '' ? null : (parseHeight_m(heightText) ?? parseNumber(heightText));
    const height_m = height !== null && height > 0 && height < 400 ? height : null;
    if (heightText !== '' && height_m === null) unread.left('height', heightText);
    const owner = text('owner').slice(0, 120) || null;
    return copyLine([row, key, kind ?? 'pole', owner, height_m, yesNo('has_power'), yesNo('has_fibre'), wkt]);
  });
  unread.tell(job.report);
  if (lines.length === 0) throw new ImportFault('nothing_usable', { read: String(read) });
  await job.loader.add('mast', lines);
  return { read, publishing: { extent } };
}

/** "Ja", "nej", "saknas", "230 V", "dygnet runt": an answer, or the supply itself; null for neither. */
function supplyOf(text: string): boolean | null {
  const said = parseYesNo(text);
  if (said !== null) return said;
  if (/^(saknas|ingen|ej|utan|none)\b/i.test(text)) return false;
  return /^(finns|har|framdragen|indragen|\d+ ?v\b|fast|dygn|natt|konstant|permanent)/i.test(text) ? true : null;
}
