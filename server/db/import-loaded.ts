import type { Tx } from './driver.ts';
import { loadedTables, type LoadedTable, type LoadedTableName } from './loaded-tables.ts';
import { raw, sql } from './sql.ts';

/** Run as the `importer` service. Where rows go and what they are held against. */
export interface LoadInto {
  readonly sourceId: number;
  readonly batchId: number;
  /** The batch that is shown now; null when there is none. */
  readonly currentBatchId: number | null;
}

/** What became of some rows, against what the source shows now. */
export interface PartCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Rows whose key the batch had already. */
  readonly doubled: number;
}

const tableOf = (name: LoadedTableName): LoadedTable => loadedTables[name];

/** The columns that COPY is to bring. */
export function incomingColumns(name: LoadedTableName): string[] {
  return tableOf(name).incoming.map(([column]) => column);
}

/** Makes pg_temp.incoming for this transaction; COPY fills it. */
export async function makeIncoming(tx: Tx, name: LoadedTableName): Promise<void> {
  const columns = tableOf(name).incoming.map(([column, type]) => `${column} ${type}`);
  await tx.query(sql`create temp table incoming (${raw(columns.join(', '))}) on commit drop`);
}

export interface Shaping {
  readonly row: number;
  readonly code: string;
  readonly parts: number;
  readonly wasValid: boolean;
  readonly isEmpty: boolean;
}

/** What had to be done to incoming areas, for the report: only those that were not in order. */
export function mendedAreas(tx: Tx): Promise<Shaping[]> {
  return tx.query(sql`
    select min(row_number) as row, code, count(*)::int as parts, bool_and(st_isvalid(g)) as "wasValid",
      st_isempty(st_collectionextract(st_makevalid(st_union(st_collectionextract(st_makevalid(g), 3))), 3)) as "isEmpty"
    from pg_temp.incoming, st_geomfromtext(wkt, 3006) g group by code, valid_from
    having count(*) > 1 or not bool_and(st_isvalid(g))
      or st_isempty(st_collectionextract(st_makevalid(st_union(st_collectionextract(st_makevalid(g), 3))), 3))
    order by min(row_number)`);
}

/** Moves pg_temp.incoming into the batch, and says what it is against the batch that is shown now. */
export async function takeIncoming(tx: Tx, name: LoadedTableName, into: LoadInto): Promise<PartCounts> {
  const table = tableOf(name);
  const target = raw(`loaded.${name}`);
  const listed = table.columns.join(', ');
  await tx.query(sql`create temp table shaped on commit drop as ${raw(table.shape)}`);
  const [row] = await tx.query<PartCounts>(sql`
    with compared as (
      select s.*, o.batch_id is not null as known, ${raw(table.hasId ? 'o.id' : 'null::int')} as old_id, ${raw(differs(table))} as differs
      from pg_temp.shaped s
      left join ${target} o on o.source_id = ${into.sourceId} and o.batch_id = ${into.currentBatchId}::int and ${raw(sameKey(table))}
      order by s.row_number
    ), added as (
      insert into ${target} (${raw(table.hasId ? 'id, ' : '')}source_id, batch_id, ${raw(listed)})
      select ${raw(table.hasId ? `coalesce(old_id, nextval(pg_get_serial_sequence('loaded.${name}', 'id'))::int), ` : '')}${into.sourceId}::int,
        ${into.batchId}::int, ${raw(listed)} from compared
      on conflict do nothing returning 1
    )
    select count(*) filter (where not known)::int as new, count(*) filter (where known and differs)::int as changed,
      count(*) filter (where known and not differs)::int as same, (count(*) - (select count(*) from added))::int as doubled
    from compared`);
  return row ?? { new: 0, changed: 0, same: 0, doubled: 0 };
}

/** How many rows a batch holds in a table. */
export async function rowsInBatch(tx: Tx, name: LoadedTableName, batchId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from ${raw(`loaded.${name}`)} where batch_id = ${batchId}`,
  );
  return row?.n ?? 0;
}

/** Deletes some of a batch's rows in a table; none left when it gives less than the limit. */
export async function deleteLoaded(tx: Tx, name: LoadedTableName, batchId: number, limit: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with dropped as (
      delete from ${raw(`loaded.${name}`)} where ctid = any (array(
        select ctid from ${raw(`loaded.${name}`)} where batch_id = ${batchId} limit ${limit})) returning 1)
    select count(*)::int as n from dropped`);
  return row?.n ?? 0;
}

const keyColumn = (part: LoadedTable['key'][number]) => (typeof part === 'string' ? part : part[0]);

/** Hashable equalities: "is not distinct from" would compare every row with every other. */
function sameKey(table: LoadedTable): string {
  return table.key
    .map((part) =>
      typeof part === 'string'
        ? `o.${part} = s.${part}`
        : `coalesce(o.${part[0]}, ${part[1]}) = coalesce(s.${part[0]}, ${part[1]})`,
    )
    .join(' and ');
}

function differs(table: LoadedTable): string {
  const keys = table.key.map(keyColumn);
  const content = table.columns.filter((column) => column !== 'geom' && !keys.includes(column));
  const words =
    content.length === 0
      ? 'false'
      : `(${content.map((column) => `o.${column}`).join(', ')}) is distinct from (${content.map((column) => `s.${column}`).join(', ')})`;
  if (!table.columns.includes('geom')) return words;
  const far = table.tolerance_m === undefined ? '' : ` and st_hausdorffdistance(o.geom, s.geom) > ${table.tolerance_m}`;
  return `(${words} or (not st_orderingequals(o.geom, s.geom)${far}))`;
}
