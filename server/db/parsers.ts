import pg from 'pg';

const textArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[];

/**
 * How a column's text becomes a value, by type oid, the same on both engines. What is not listed stays text:
 * dates and local times as text, uuid as text. Instants become ISO 8601 in UTC.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't' || text === 'true', // boolean
  20: Number, // int8: counts and ids of ours stay far below 2^53
  21: Number, // int2
  23: Number, // int4
  700: Number, // float4
  701: Number, // float8
  1184: instant, // timestamptz, the session's zone being UTC
  1700: Number, // numeric: figures with two decimals
  114: (text) => JSON.parse(text) as unknown, // json
  3802: (text) => JSON.parse(text) as unknown, // jsonb
  17: (text) => Buffer.from(text.slice(2), 'hex'), // bytea
  1007: intArray, // int4[]
  1016: intArray, // int8[]
  1009: textArray, // text[]
  2951: textArray, // uuid[]
};

function instant(text: string): string {
  return new Date(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString();
}

function intArray(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
}
