import type { Collection } from '../collections.ts';
import { filters } from '../filters.ts';
import { mvt } from '../links.ts';

const f = { type: 'string', enum: ['json'] };
const anyObject = { type: 'object', additionalProperties: true };

function filterParameters({ filters: names }: Collection): object {
  return Object.fromEntries(
    names.map((name) => [name, { ...filters[name].schema, description: filters[name].description }]),
  );
}

export function tilesetsSchema(collection: Collection) {
  return {
    tags: ['tiles'],
    operationId: `${collection.id}-tilesets`,
    summary: `${collection.titleEn}: tile sets`,
    querystring: { type: 'object', properties: { f } },
    response: { 200: { ...anyObject, description: 'The tile sets' } },
  };
}

export function tilesetSchema(collection: Collection) {
  return {
    tags: ['tiles'],
    operationId: `${collection.id}-tileset`,
    summary: `${collection.titleEn}: TileJSON of the WebMercatorQuad tiles`,
    querystring: { type: 'object', properties: { f, ...(collection.table ? {} : filterParameters(collection)) } },
    response: { 200: { ...anyObject, description: 'TileJSON 3.0' } },
  };
}

export function tileSchema(collection: Collection) {
  const whole = { type: 'integer', minimum: 0 };
  return {
    tags: ['tiles'],
    operationId: `${collection.id}-tile`,
    summary: `${collection.titleEn}: one vector tile`,
    params: {
      type: 'object',
      properties: { z: { ...whole, maximum: 20 }, row: whole, col: whole },
      required: ['z', 'row', 'col'],
    },
    querystring: {
      type: 'object',
      properties: {
        v: { type: 'string', description: "The layer's version: the answer may then be kept for good" },
        ...(collection.table ? {} : filterParameters(collection)),
      },
    },
    response: {
      200: {
        description: 'Mapbox Vector Tile 2.1, one layer named as the collection',
        content: { [mvt]: { schema: { type: 'string', format: 'binary' } } },
      },
      204: { description: 'Nothing is there', type: 'null' },
      304: { description: 'Unchanged', type: 'null' },
    },
  };
}
