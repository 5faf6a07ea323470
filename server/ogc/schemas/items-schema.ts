import type { Property, PropertyType } from '../../db/feature-tables.ts';
import { surveyProperties } from '../../db/feature-tables.ts';
import type { Collection } from '../collections.ts';
import { referenceSystems } from '../crs.ts';
import { densityProperties } from '../density/density-properties.ts';
import { defaultLimit, largestLimit } from '../features/limits.ts';
import { filters } from '../filters.ts';
import { geojson } from '../links.ts';
import { squareProperties } from '../squares/square-properties.ts';

const uris = referenceSystems.map(({ uri }) => uri);

/** JSON Schema forms of the property types, all of which may be null. */
const forms: Readonly<Record<PropertyType, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  uuid: { type: 'string', format: 'uuid' },
};

/** The properties a collection's features can have; the survey's only when areas are asked with an indicator. */
export function propertiesOf({ id, table }: Collection): Readonly<Record<string, Property>> {
  if (!table) return id === 'crime-squares' ? squareProperties : densityProperties;
  return id === 'areas' ? { ...table.properties, ...surveyProperties } : table.properties;
}

const crs = {
  type: 'string',
  enum: uris,
  default: uris[0],
  description: 'Reference system of the answer, in its own axis order',
};
export const limitForm = { type: 'integer', minimum: 1, maximum: largestLimit, default: defaultLimit };
const f = { type: 'string', enum: ['json'] };

export function itemsSchema(collection: Collection) {
  return {
    tags: ['features'],
    operationId: `${collection.id}-items`,
    summary: `${collection.titleEn}: features`,
    description: collection.descriptionEn,
    querystring: {
      type: 'object',
      properties: {
        bbox: {
          type: 'array',
          items: { type: 'number' },
          minItems: 4,
          maxItems: 6,
          explode: false,
          description: 'In the axis order of bbox-crs: exactly the features that touch the box',
        },
        'bbox-crs': { type: 'string', enum: uris, default: uris[0] },
        crs,
        datetime: { type: 'string', description: 'RFC 3339 date, instant or interval; .. is open' },
        f,
        limit: limitForm,
        next: { type: 'string', description: 'From the next link of the page before' },
        ...Object.fromEntries(
          collection.filters.map((name) => [name, { ...filters[name].schema, description: filters[name].description }]),
        ),
      },
    },
    response: {
      200: { description: 'A page of features', content: { [geojson]: { schema: featureCollection(collection) } } },
    },
  };
}

export function itemSchema(collection: Collection) {
  return {
    tags: ['features'],
    operationId: `${collection.id}-item`,
    summary: `${collection.titleEn}: one feature`,
    params: {
      type: 'object',
      properties: { featureId: idForm(collection) },
      required: ['featureId'],
    },
    querystring: { type: 'object', properties: { crs, f } },
    response: { 200: { description: 'The feature', content: { [geojson]: { schema: feature(collection) } } } },
  };
}

function idForm({ table }: Collection): object {
  return table?.idType === 'uuid' ? { type: 'string', format: 'uuid' } : { type: 'integer' };
}

function feature(collection: Collection): object {
  return {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: idForm(collection),
      geometry: { type: 'object', description: 'GeoJSON geometry', additionalProperties: true },
      properties: {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(propertiesOf(collection)).map(([name, { type }]) => [
            name,
            { ...forms[type], nullable: true },
          ]),
        ),
      },
    },
  };
}

function featureCollection(collection: Collection): object {
  return {
    type: 'object',
    required: ['type', 'numberReturned', 'links', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      numberMatched: { type: 'integer', minimum: 0 },
      numberReturned: { type: 'integer', minimum: 0 },
      links: { type: 'array', items: { type: 'object', additionalProperties: true } },
      features: { type: 'array', items: feature(collection) },
    },
  };
}
