import { Type } from 'typebox';
import { importKinds, type ImportKind } from '#core/wire/imports.ts';

const words = (most: number) => Type.String({ maxLength: most });
/** ImportSettings of server/core/wire/imports.ts. */
export const Settings = Type.Object(
  {
    kind: Type.Optional(Type.Unsafe<ImportKind>({ type: 'string', enum: [...importKinds] })),
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    layer: Type.Optional(words(200)),
    crs: Type.Optional(Type.Integer({ minimum: 1024, maximum: 999_999 })),
    encoding: Type.Optional(
      Type.Unsafe<'UTF-8' | 'ISO-8859-1' | 'UTF-16'>({ type: 'string', enum: ['UTF-8', 'ISO-8859-1', 'UTF-16'] }),
    ),
    delimiter: Type.Optional(Type.Unsafe<',' | ';' | '\t' | '|'>({ type: 'string', enum: [',', ';', '\t', '|'] })),
    headingRow: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    swapAxes: Type.Optional(Type.Boolean()),
    mapping: Type.Optional(
      Type.Unsafe<Record<string, string | null>>({
        type: 'object',
        maxProperties: 60,
        additionalProperties: { type: 'string', maxLength: 500, nullable: true },
      }),
    ),
    options: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: 'object',
        maxProperties: 40,
        additionalProperties: { type: 'string', maxLength: 500 },
      }),
    ),
  },
  { additionalProperties: false },
);
