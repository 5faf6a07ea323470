import type { Property } from '../../db/feature-tables.ts';

/** What a square says: the ends of its class, and all that tells where the figure is from. */
export const squareProperties = {
  status: { expression: '', type: 'string' },
  class: { expression: '', type: 'integer' },
  from: { expression: '', type: 'integer' },
  to: { expression: '', type: 'integer' },
  isAtLeast: { expression: '', type: 'boolean' },
  size_m: { expression: '', type: 'integer' },
  what: { expression: '', type: 'string' },
  year: { expression: '', type: 'integer' },
  source: { expression: '', type: 'string' },
  grain: { expression: '', type: 'string' },
} as const satisfies Record<string, Property>;
