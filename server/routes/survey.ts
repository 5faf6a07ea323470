import { Type } from 'typebox';
import type { SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import { indicatorsLoaded, surveyMapSource, surveyValues, surveyYearBefore, surveyYears } from '../db/survey.ts';
import type { App, Deps } from '../http/deps.ts';
import { notFound } from '../http/problems.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';
import { respondents, surveyIndexSchema, surveyMapSchema } from './area-schemas.ts';

/** The survey's values as published. */
export async function surveyRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/survey',
    {
      schema: {
        tags: ['survey'],
        summary: 'Indicators and years that are loaded',
        response: { 200: Type.Unsafe<SurveyIndex>(surveyIndexSchema) },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      reply.header('cache-control', 'no-store');
      return gate.as(viewer, async (tx) => ({ indicators: await indicatorsLoaded(tx), years: await surveyYears(tx) }));
    },
  );

  app.get(
    '/api/survey/values',
    {
      schema: {
        tags: ['survey'],
        summary: "One indicator's value in every area, one year",
        querystring: Type.Object(
          {
            indicator: Type.String({ minLength: 1, maxLength: 80 }),
            year: Type.Integer({ minimum: 1990, maximum: 2100 }),
            respondents: Type.Optional(respondents),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Unsafe<SurveyMap>(surveyMapSchema) },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      const { indicator, year, respondents = 'all' } = request.query;
      reply.header('cache-control', 'no-store');
      return gate.as(viewer, async (tx) => {
        const known = await indicatorsLoaded(tx);
        const asked = known.find((row) => row.code === indicator);
        if (!asked) throw notFound(`There are no values of the indicator ${indicator}.`);
        const previousYear = await surveyYearBefore(tx, indicator, year);
        return {
          indicator,
          year,
          respondents,
          measure: asked.measure,
          source: await surveyMapSource(tx, indicator, year),
          previousYear,
          values: await surveyValues(tx, indicator, year, respondents, previousYear),
        };
      });
    },
  );
}
