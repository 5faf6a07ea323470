import { Type } from 'typebox';

/** Pieces that several routes share. */
export const Id = Type.String({ format: 'uuid', description: 'Random id' });
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
