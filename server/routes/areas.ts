import { Type } from 'typebox';
import type { AreaSet, AreaSummary } from '#core/wire/areas.ts';
import { areaSets } from '../db/areas.ts';
import type { App, Deps } from '../http/deps.ts';
import { notFound } from '../http/problems.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';
import { areaFigures } from '../reports/area-figures.ts';
import { areaParams, areaSetsSchema, areaSummarySchema, yearQuery } from './area-schemas.ts';

/** Areas and what is known of each: the same figures for everybody who has signed in. */
export async function areaRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/area-sets',
    {
      schema: {
        tags: ['areas'],
        summary: 'Sets of areas with their areas',
        response: { 200: Type.Unsafe<readonly AreaSet[]>(areaSetsSchema) },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      reply.header('cache-control', 'no-store');
      return gate.as(viewer, areaSets);
    },
  );

  app.get(
    '/api/areas/:id/summary',
    {
      schema: {
        tags: ['areas'],
        summary: 'Everything that is known of one area',
        params: areaParams,
        querystring: Type.Object(yearQuery, { additionalProperties: false }),
        response: { 200: Type.Unsafe<AreaSummary>(areaSummarySchema) },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      const figures = await areaFigures(gate, viewer, request.params.id, request.query.year);
      if (!figures) throw notFound();
      reply.header('cache-control', 'no-store');
      return figures.summary;
    },
  );
}
