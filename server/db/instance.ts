import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** The row `instance` of app.setting. */
export interface InstanceSetting {
  readonly name: string;
  readonly example: boolean;
  /** Null: the clock's. */
  readonly today: string | null;
  readonly bounds: readonly [number, number, number, number] | null;
}

export async function readSetting<T>(tx: Tx, key: string): Promise<T | null> {
  const rows = await tx.query<{ value: T }>(sql`select value from app.setting where key = ${key}`);
  return rows[0]?.value ?? null;
}
