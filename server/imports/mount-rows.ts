import type { Position } from '#core/position.ts';
import type { MountStage } from '#core/wire/mounts.ts';
import { cell, findColumns, type FieldNames } from './columns.ts';
import { ImportFault } from './fault.ts';
import { dayOrderAsked, noteColumns, type Job } from './job.ts';
import { positionFields, positionReader, type PositionReader } from './positions.ts';
import { readTable } from './readers/read-table.ts';
import type { Reason } from './report.ts';
import { longestKey } from './row-keys.ts';
import { rowsOf, type Row } from './rows.ts';
import { dayOrderOf, parseDay, parseNumber, type DayOrder } from './values.ts';

export const mountFields = {
  code: ['code', 'kod', 'kp', 'kp nr', 'kamerapunkt', 'beteckning', 'id', 'nummer'],
  name: ['name', 'namn', 'plats', 'benämning'],
  stage: ['stage', 'skede', 'status', 'läge i processen'],
  stage_since: ['stage_since', 'sedan', 'skede sedan', 'datum'],
  waiting_for: ['waiting_for', 'väntar på'],
  waiting_since: ['waiting_since', 'väntar sedan'],
  priority: ['priority', 'prioritet', 'prio', 'rang'],
  priority_reason: ['priority_reason', 'motivering', 'skäl'],
  ...positionFields,
} as const satisfies FieldNames<string>;

export interface MountRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly stage: MountStage;
  /** Null: the file does not say. */
  readonly stageSince: string | null;
  readonly waitingFor: 'right_of_use' | 'power' | 'fibre' | 'mounting' | null;
  readonly waitingSince: string | null;
  readonly priority: number | null;
  readonly priorityReason: string | null;
  readonly position: Position;
}

const stages: Readonly<Record<string, MountStage>> = {
  '': 'wished',
  wished: 'wished',
  önskad: 'wished',
  prioritised: 'prioritised',
  prioriterad: 'prioritised',
  designed: 'designed',
  projekterad: 'designed',
  right_of_use: 'right_of_use',
  'nyttjanderätt klar': 'right_of_use',
  power_and_fibre: 'power_and_fibre',
  'el och fiber klart': 'power_and_fibre',
  mounted: 'mounted',
  monterad: 'mounted',
  in_operation: 'in_operation',
  'i drift': 'in_operation',
  ended: 'ended',
  avslutad: 'ended',
  not_current: 'not_current',
  'inte aktuell': 'not_current',
};

const waits: Readonly<Record<string, MountRow['waitingFor']>> = {
  '': null,
  right_of_use: 'right_of_use',
  nyttjanderätt: 'right_of_use',
  power: 'power',
  el: 'power',
  fibre: 'fibre',
  fiber: 'fibre',
  mounting: 'mounting',
  montering: 'mounting',
};

/** Reads the rows; of a refused one only its number, field and reason go on. `ranks`: the file has a column of priorities. */
export async function readMounts(job: Job): Promise<{ rows: MountRow[]; read: number; ranks: boolean }> {
  const { report, options } = job;
  const table = await readTable(job.path, options);
  try {
    const columns = findColumns(table, mountFields, job.mapping);
    const { index } = columns;
    noteColumns(report, table.format, columns);
    if (index.code < 0) throw new ImportFault('column_needed', { field: 'code', columns: table.header.join(', ') });
    const raw: Row[] = [];
    for await (const part of rowsOf(table, job, { read: 0 })) raw.push(...part);
    const crs = options.has('crs') ? Number(options.get('crs')) : null;
    const positions = readerWithoutValues(() =>
      positionReader(
        table.wktColumn,
        index,
        raw.map(({ cells }) => cells),
        crs,
        job.ground,
      ),
    );
    const order =
      dayOrderAsked(options) ??
      dayOrderOf(raw.flatMap(({ cells }) => [cell(cells, index.stage_since), cell(cells, index.waiting_since)]));
    const rows: MountRow[] = [];
    const codes = new Set<string>();
    for (const { number: row, cells } of raw) {
      const made = mountOf(cells, index, order);
      const placed = positions.of(cells);
      const fault =
        'reason' in made
          ? made
          : 'reason' in placed
            ? { field: 'position', reason: placed.reason }
            : codes.has(made.code)
              ? { field: 'code', reason: 'duplicate' as const }
              : null;
      if (fault || 'reason' in made || 'reason' in placed) {
        if (fault) report.refuse({ row, field: fault.field, value: '', reason: fault.reason });
        continue;
      }
      codes.add(made.code);
      rows.push({ row, ...made, position: placed.position });
    }
    return { rows, read: raw.length, ranks: index.priority >= 0 };
  } finally {
    await table.close();
  }
}

/** The sentence about an unknown system quotes a position elsewhere; here it must not. */
function readerWithoutValues(make: () => PositionReader): PositionReader {
  try {
    return make();
  } catch (error) {
    throw error instanceof ImportFault && error.code === 'no_crs' ? new ImportFault('no_crs', { value: '–' }) : error;
  }
}

function mountOf(
  cells: readonly string[],
  index: Readonly<Record<keyof typeof mountFields, number>>,
  order: DayOrder,
): Omit<MountRow, 'row' | 'position'> | { field: string; reason: Reason } {
  const text = (field: keyof typeof mountFields) => cell(cells, index[field]);
  const code = text('code');
  if (code === '') return { field: 'code', reason: 'missing' };
  if (code.length > longestKey) return { field: 'code', reason: 'too_long' };
  const stage = stages[text('stage').toLowerCase()];
  if (!stage) return { field: 'stage', reason: 'not_a_choice' };
  const waitingFor = waits[text('waiting_for').toLowerCase()];
  if (waitingFor === undefined) return { field: 'waiting_for', reason: 'not_a_choice' };
  const days = { stage_since: null as string | null, waiting_since: null as string | null };
  for (const field of ['stage_since', 'waiting_since'] as const) {
    const given = text(field);
    days[field] = given === '' ? null : parseDay(given, order);
    if (given !== '' && days[field] === null) return { field, reason: 'not_a_day' };
  }
  const priority = text('priority') === '' ? null : parseNumber(text('priority'));
  if (text('priority') !== '' && (priority === null || !Number.isInteger(priority) || priority < 1 || priority > 99))
    return { field: 'priority', reason: 'out_of_range' };
  const reason = text('priority_reason');
  // A rank without a reason is no rank: the register must be able to say why.
  if (priority !== null && reason === '') return { field: 'priority_reason', reason: 'missing' };
  if (reason.length > 2000) return { field: 'priority_reason', reason: 'too_long' };
  return {
    code,
    name: text('name'),
    stage,
    stageSince: days.stage_since,
    waitingFor,
    waitingSince: days.waiting_since,
    priority,
    priorityReason: priority === null ? null : reason,
  };
}
