/** MapLibre's own words, for those who hand on what they do not look into. */
export type { StyleSpecification } from 'maplibre-gl';
