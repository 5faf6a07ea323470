import type { FastifyRequest } from 'fastify';

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
  readonly templated?: boolean;
}

export const geojson = 'application/geo+json';
export const openapi30 = 'application/vnd.oai.openapi+json;version=3.0';
export const mvt = 'application/vnd.mapbox-vector-tile';

/** Where the client reached us, without a slash at the end: links are absolute, as QGIS wants them. */
export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}

export function jsonLink(href: string, rel: string, title?: string): Link {
  return { href, rel, type: 'application/json', ...(title && { title }) };
}
