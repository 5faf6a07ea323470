/** The coordinate systems of the matrix; `within_m` is how near a position must come back. */
export const systems = [
  { epsg: 4326, within_m: 0.01 },
  { epsg: 3006, within_m: 0.01 },
  // Three zones that the town may be kept in: its own, and those beside it.
  { epsg: 3009, within_m: 0.01 },
  { epsg: 3012, within_m: 0.01 },
  { epsg: 3013, within_m: 0.01 },
  // By a transformation that is good to a decimetre.
  { epsg: 3021, within_m: 0.5 },
  { epsg: 3857, within_m: 0.01 },
] as const;
export type Epsg = (typeof systems)[number]['epsg'];
