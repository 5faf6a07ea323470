/**
 * The OGC collections, by id. Each is at /ogc/collections/{id}, with /items and tiles at
 * /ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{row}/{col} (MVT, one layer named as the collection) and
 * /ogc/collections/{id}/tiles/WebMercatorQuad (TileJSON). Properties in camelCase; units in names.
 */
export const collectionIds = [
  'areas',
  'cameras',
  'coverage',
  'planned-mounts',
  'places',
  'buildings',
  'streets',
  'land',
  'masts',
  'interventions',
  'zones',
  'crime-density',
  'crime-squares',
] as const;
export type CollectionId = (typeof collectionIds)[number];

/** The fixed classes of hours that density and counts may be filtered by (local time, from-to exclusive). */
export const hourClasses = {
  night: [0, 6],
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 24],
} as const;
export type HourClass = keyof typeof hourClasses;

export const incidentCategories = ['drug', 'vehicle', 'property', 'violence', 'disorder', 'other'] as const;
export type IncidentCategory = (typeof incidentCategories)[number];
