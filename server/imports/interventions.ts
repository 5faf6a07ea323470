import { cell } from './columns.ts';
import type { Job, ReadResult } from './job.ts';
import { interventionFields } from './sense/fields.ts';
import { interventionKindOf } from './sense/kind-words.ts';
import { featureRows } from './zones-features.ts';
import { copyLine } from './values.ts';
import { ImportFault } from './fault.ts';

const kinds = ['lighting', 'guards', 'patrols', 'sight_lines', 'locks', 'social_work', 'other'] as const;

/** Reads other measures at places (lighting, guards, cleared sight lines …) as points, lines or areas, from and to. */
export async function readInterventions(job: Job): Promise<ReadResult> {
  const { rows, read, extent, whole, unread } = await featureRows(job, interventionFields, 'any', {
    kind: (text) => kinds.some((kind) => kind === text),
  });
  const lines: string[] = [];
  for (const { row, cells, index, key, name, from, to, wkt } of rows) {
    const said = cell(cells, index.kind);
    // The name tells where the file has no column of kinds, or one that says nothing.
    const kind = whole.kind || (interventionKindOf(said) ?? interventionKindOf(name) ?? 'other');
    if (whole.kind === '' && interventionKindOf(said) === null && said !== '') unread.left('kind', said);
    if (name === '' && said === '') {
      job.report.refuse({ row, field: 'name', value: '', reason: 'missing' });
      continue;
    }
    lines.push(copyLine([row, key, kind, (name || said).slice(0, 120), from, to, wkt]));
  }
  unread.tell(job.report);
  if (lines.length === 0) throw new ImportFault('nothing_usable', { read: String(read) });
  await job.loader.add('intervention', lines);
  return { read, publishing: { extent } };
}
