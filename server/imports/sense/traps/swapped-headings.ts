import { guessCrs, isNorthFirstIn } from '../guess-crs.ts';
import { finding, headingOf, type Trap } from './sample.ts';

const saysLat = /^(lat|latitude|latitud|nord|north|northing|norr|n)$/i;
const saysLon = /^(lon|lng|long|longitude|longitud|ost|öst|east|easting|e)$/i;

/**
 * The column that is called latitude holds longitudes, and the other way round. They are read as the numbers say; the
 * proposal says so in the mapping too. Headings that do not say which is which (x, y) are `swappedAxes`' matter.
 */
export const swappedHeadings: Trap = (sample) => {
  const { lon = -1, lat = -1 } = sample.fields;
  if (sample.epsg === null || lon < 0 || lat < 0) return [];
  const [east, north] = [headingOf(sample, lon), headingOf(sample, lat)];
  if (!saysLon.test(east.trim()) || !saysLat.test(north.trim())) return [];
  const isTurned =
    guessCrs(sample.pairs, sample.expected)?.best.isNorthFirst ??
    isNorthFirstIn(sample.epsg, sample.pairs, sample.expected);
  if (!isTurned) return [];
  return [
    finding(
      'warn',
      'swapped_headings',
      { lat: north, lon: east },
      { mapping: { lon: north, lat: east }, swapAxes: false },
    ),
  ];
};
