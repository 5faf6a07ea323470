import { Type } from 'typebox';
import { HttpProblem } from './problems.ts';

/** Pieces that several routes share. */
export const Id = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  description: 'Random id (UUID)',
});
export const WithId = Type.Object({ id: Id });

/** WGS84, wide enough for Sweden and the files of other countries that a tester loads. */
export const LonLat = Type.Array(Type.Number({ minimum: -180, maximum: 180 }), {
  minItems: 2,
  maxItems: 2,
  description: 'WGS84 longitude, latitude',
});

/** A value or null, in OpenAPI 3.0's way. */
export function Nullable<T>(schema: object): ReturnType<typeof Type.Unsafe<T | null>> {
  return Type.Unsafe<T | null>({ ...schema, nullable: true });
}

/** An answer whose shape is a type of server/core/wire, sent whole. */
export function Wire<T>(description: string): ReturnType<typeof Type.Unsafe<T>> {
  return Type.Unsafe<T>({ type: 'object', additionalProperties: true, description });
}

export function WireList<T>(description: string): ReturnType<typeof Type.Unsafe<T[]>> {
  return Type.Unsafe<T[]>({ type: 'array', items: { type: 'object', additionalProperties: true }, description });
}

/**
 * A position within reach of SWEREF 99 TM, with a margin for the neighbouring countries' files that a tester loads.
 * @throws 400 that names the field and the value.
 */
export function checkedLonLat(position: readonly number[]): readonly [number, number] {
  const [lon = Number.NaN, lat = Number.NaN] = position;
  if (lon >= -12 && lon <= 42 && lat >= 34 && lat <= 75) return [lon, lat];
  const message = 'Give longitude -12 to 42 and latitude 34 to 75.';
  throw new HttpProblem(400, 'invalid', message, { errors: [{ field: 'position', value: position, message }] });
}
