import { squareProperties } from '../squares/square-properties.ts';
import type { Collection } from '../collections.ts';
import type { FilterValues } from '../filters.ts';
import { mvt } from '../links.ts';
import { zooms } from './generalise.ts';
import type { TileSource } from './tile-source.ts';

/** TileJSON 3.0 of a collection, with the parts that OGC API Tiles asks of a tileset beside it. */
export function tileJson(collection: Collection, source: TileSource, origin: string, filters: FilterValues) {
  const tiles = `${origin}/ogc/collections/${collection.id}/tiles/WebMercatorQuad`;
  const query = new URLSearchParams({ ...filters, v: source.version });
  return {
    tilejson: '3.0.0',
    name: collection.titleSv,
    description: collection.descriptionSv,
    scheme: 'xyz',
    // The standard's order is row before column; this is what {y}/{x} means.
    tiles: [`${tiles}/{z}/{y}/{x}?${query}`],
    minzoom: zooms.smallest,
    maxzoom: zooms.largest,
    ...(source.bounds && { bounds: source.bounds }),
    // A density's legend: the lower edge of each band, per km².
    ...(source.levels && { levels: source.levels }),
    ...(source.attribution && { attribution: source.attribution }),
    vector_layers: [
      {
        id: collection.id,
        description: collection.descriptionSv,
        fields: fieldsOf(collection),
      },
    ],
    dataType: 'vector',
    crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
    tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
    links: [
      { href: `${tiles}/{tileMatrix}/{tileRow}/{tileCol}`, rel: 'item', type: mvt, templated: true },
      {
        href: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
        type: 'application/json',
      },
    ],
  };
}

function fieldsOf(collection: Collection): Record<string, string> {
  if (collection.id === 'crime-density') return { level: 'Number', perKm2: 'Number' };
  return Object.fromEntries(
    Object.entries(collection.table?.properties ?? squareProperties).map(([name, { type }]) => [name, fieldOf(type)]),
  );
}

function fieldOf(type: string): string {
  if (type === 'boolean') return 'Boolean';
  return type === 'integer' || type === 'number' ? 'Number' : 'String';
}
