/**
 * What Swedish files usually are in, by EPSG code. The names are those of Lantmäteriet and stand the same in both
 * languages. The local zones lie from west to east.
 */
export const coordinateSystems: readonly { readonly epsg: number; readonly name: string }[] = [
  { epsg: 3006, name: 'SWEREF 99 TM' },
  { epsg: 4326, name: 'WGS 84' },
  { epsg: 3857, name: 'Web Mercator' },
  { epsg: 3021, name: 'RT 90 2.5 gon V' },
  { epsg: 3007, name: 'SWEREF 99 12 00' },
  { epsg: 3008, name: 'SWEREF 99 13 30' },
  { epsg: 3012, name: 'SWEREF 99 14 15' },
  { epsg: 3009, name: 'SWEREF 99 15 00' },
  { epsg: 3013, name: 'SWEREF 99 15 45' },
  { epsg: 3010, name: 'SWEREF 99 16 30' },
  { epsg: 3014, name: 'SWEREF 99 17 15' },
  { epsg: 3011, name: 'SWEREF 99 18 00' },
  { epsg: 3015, name: 'SWEREF 99 18 45' },
  { epsg: 3016, name: 'SWEREF 99 20 15' },
  { epsg: 3017, name: 'SWEREF 99 21 45' },
  { epsg: 3018, name: 'SWEREF 99 23 15' },
];
