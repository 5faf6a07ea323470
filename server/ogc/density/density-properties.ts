import type { Property } from '../../db/feature-tables.ts';

/** What a cell of the density says; never how many incidents are behind it. */
export const densityProperties = {
  perKm2: { expression: '', type: 'number' },
  what: { expression: '', type: 'string' },
} as const satisfies Record<string, Property>;
