import { cell } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Job, ReadResult } from './job.ts';
import { zoneFields } from './sense/fields.ts';
import { zoneKindOf } from './sense/kind-words.ts';
import { copyLine, parseDay } from './values.ts';
import { featureRows } from './zones-features.ts';

/**
 * Reads guard zones, vulnerable areas and drug scenes as outlines. Each says from when it holds: such an area is a decision or
 * a judgement of its time, and an undated one would stand on the map for ever.
 */
export async function readZones(job: Job): Promise<ReadResult> {
  const { report } = job;
  const { rows, read, extent, whole } = await featureRows(job, zoneFields, 'area', {
    kind: (text) => zoneKindOf(text) !== null,
    valid_from: (text) => parseDay(text, 'dmy') !== null,
  });
  const said = parseDay(whole.valid_from, 'dmy');
  const lines: string[] = [];
  for (const { row, cells, index, key, name, from, to, wkt } of rows) {
    const refuse = (field: string, value: string, reason: 'not_a_choice' | 'missing') =>
      report.refuse({ row, field, value, reason });
    const kindText = cell(cells, index.kind);
    const kind = zoneKindOf(whole.kind) ?? zoneKindOf(kindText) ?? zoneKindOf(name);
    const begins = from ?? said;
    if (!kind) refuse('kind', kindText, kindText === '' ? 'missing' : 'not_a_choice');
    else if (name === '') refuse('name', '', 'missing');
    else if (!begins) refuse('valid_from', cell(cells, index.valid_from), 'missing');
    else lines.push(copyLine([row, key, kind, name.slice(0, 120), begins, to, wkt]));
  }
  if (lines.length === 0) throw new ImportFault('nothing_usable', { read: String(read) });
  await job.loader.add('zone', lines);
  return { read, publishing: { extent } };
}
