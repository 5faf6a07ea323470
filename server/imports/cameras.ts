import { parseOsmDirection } from '#core/optics/osm-direction.ts';
import { normaliseBearing } from '#core/optics/bearing.ts';
import { defaultView, cameraKindOf, type CameraRow } from './camera-rows.ts';
import { cell, findColumns, type FieldNames } from './columns.ts';
import { ImportFault } from './fault.ts';
import { dayOrderAsked, noteColumns, type Job, type ReadResult } from './job.ts';
import { parseHeight_m } from './osm/buildings.ts';
import { positionFields, positionReader } from './positions.ts';
import { putStaged } from './put-staged.ts';
import { readTable } from './readers/read-table.ts';
import { contentKeys, longestKey } from './row-keys.ts';
import { rowsOf, type Row } from './rows.ts';
import { Unread } from './unread.ts';
import { dayOrderOf, excelDay, parseDay, parseNumber } from './values.ts';

export const cameraFields = {
  key: ['id', 'camera_id', 'kamera_id', 'numéro', 'nummer', 'number', 'osm_id', '@id', 'objectid'],
  name: ['name', 'namn', 'camera name', 'benämning', 'implantation', 'adress', 'address', 'plats', 'ref'],
  kind: ['kind', 'camera:type', 'camera_type', 'kameratyp', 'typ', 'type'],
  bearing: ['bearing', 'bearing_deg', 'camera:direction', 'direction', 'riktning', 'azimuth', 'bäring'],
  angle: ['angle', 'angle_deg', 'fov', 'bildvinkel', 'vinkel', 'synfält'],
  range: ['range', 'range_m', 'räckvidd', 'räckvidd_m'],
  height: ['height', 'height_m', 'höjd', 'höjd_m', 'monteringshöjd'],
  status: ['status', 'läge_i_drift', 'driftstatus'],
  from: [
    'in_operation_from',
    'i drift från',
    'idrifttagen',
    'driftsatt',
    'date de mise en service',
    'start_date',
    'installed',
  ],
  to: ['in_operation_to', 'i drift till', 'avslutad', 'end_date'],
  ...positionFields,
} as const satisfies FieldNames<string>;

const statuses: Readonly<Record<string, CameraRow['status']>> = {
  planned: 'planned',
  planerad: 'planned',
  in_operation: 'in_operation',
  'i drift': 'in_operation',
  active: 'in_operation',
  off: 'off',
  'ur drift': 'off',
  avslutad: 'off',
};

/** Reads a register of cameras; what of a row cannot be read is left unknown and told, the camera itself is kept. */
export async function readCameras(job: Job): Promise<ReadResult> {
  const { gate, report, options } = job;
  const { rows, read } = await cameraRows(job);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  await putStaged(gate, job.batchId, rows);
  const unknown = rows.filter(({ bearing_deg, angle_deg }) => bearing_deg === null && angle_deg < 360).length;
  if (unknown > 0) report.note('bearing_unknown', { rows: unknown, all: rows.length });
  const own = {
    organisation: options.get('organisation') ?? null,
    organisation_name: options.get('organisation_name') ?? null,
  };
  return { read, publishing: { own } };
}

async function cameraRows(job: Job): Promise<{ rows: CameraRow[]; read: number }> {
  const { report, mapping, options } = job;
  const table = await readTable(job.path, options);
  try {
    const columns = findColumns(table, cameraFields, mapping);
    noteColumns(report, table.format, columns);
    const { index } = columns;
    const raw: Row[] = [];
    for await (const part of rowsOf(table, job, { read: 0 })) raw.push(...part);
    const crs = options.has('crs') ? Number(options.get('crs')) : null;
    const sample = raw.slice(0, 5000).map(({ cells }) => cells);
    const positions = positionReader(table.wktColumn, index, sample, crs, job.ground);
    const order =
      dayOrderAsked(options) ??
      dayOrderOf(raw.flatMap(({ cells }) => [cell(cells, index.from), cell(cells, index.to)]));
    const unread = new Unread();
    const keys = raw.map(({ cells }) => cell(cells, index.key));
    // A column of keys counts only when every row has its own.
    const hasKeys =
      index.key >= 0 &&
      keys.every((key) => key !== '' && key.length <= longestKey) &&
      new Set(keys).size === keys.length;
    if (index.key >= 0 && !hasKeys) report.note('keys_not_unique', { column: table.header[index.key] ?? '' });
    const keyOf = contentKeys();

    const rows: CameraRow[] = [];
    for (const { number: row, cells } of raw) {
      const placed = positions.of(cells);
      if ('reason' in placed) {
        report.refuse({ row, field: 'position', value: placed.value, reason: placed.reason });
        continue;
      }
      const text = (field: keyof typeof cameraFields) => cell(cells, index[field]);
      const day = (field: 'from' | 'to') => {
        const given = text(field);
        if (given === '') return null;
        const serial = excelDay(given);
        if (serial) unread.reckoned(field, given);
        return serial ?? parseDay(given, order) ?? unread.left(field, given);
      };
      const number = (field: 'angle' | 'range' | 'height', most: number) => {
        const given = text(field);
        if (given === '') return null;
        const value = field === 'height' ? (parseHeight_m(given) ?? parseNumber(given)) : parseNumber(given);
        return value !== null && value > 0 && value <= most ? value : unread.left(field, given);
      };
      const kindText = text('kind');
      const kind = cameraKindOf(kindText) ?? 'fixed';
      if (kindText !== '' && cameraKindOf(kindText) === null) unread.left('kind', kindText);
      const [direction, ...others] = directionsOf(text('bearing'), unread);
      const key = hasKeys ? text('key') : keyOf(cells.join('\u001f'));
      const name = (text('name') || text('key') || key).slice(0, 120);
      const [from, to] = [day('from'), day('to')];
      const view = defaultView[kind];
      const camera: CameraRow = {
        row,
        siteKey: key,
        key,
        name,
        kind,
        status: statuses[text('status').toLowerCase()] ?? 'in_operation',
        bearing_deg: direction?.bearing_deg ?? null,
        angle_deg: number('angle', 360) ?? direction?.angle_deg ?? view.angle_deg,
        range_m: number('range', 500) ?? view.range_m,
        height_m: number('height', 60),
        from,
        to: from && to && to < from ? unread.left('to', to) : to,
        position: placed.position,
      };
      rows.push(camera);
      others.forEach((other, place) =>
        rows.push({
          ...camera,
          key: `${key}#${place + 2}`,
          bearing_deg: other.bearing_deg,
          angle_deg: other.angle_deg ?? camera.angle_deg,
        }),
      );
    }
    unread.tell(report);
    return { rows, read: raw.length };
  } finally {
    await table.close();
  }
}

/** One for each recorded direction; one unknown when there is none or it cannot be read. */
function directionsOf(text: string, unread: Unread): { bearing_deg: number | null; angle_deg: number | null }[] {
  const unknown = [{ bearing_deg: null, angle_deg: null }];
  if (text === '') return unknown;
  const parsed = parseOsmDirection(text);
  if (parsed && parsed.length > 0) return parsed;
  const degrees = parseNumber(text);
  if (degrees !== null && degrees >= -360 && degrees <= 720)
    return [{ bearing_deg: normaliseBearing(degrees), angle_deg: null }];
  unread.left('bearing', text);
  return unknown;
}
