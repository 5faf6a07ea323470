import { Type } from 'typebox';

/*
 * The forms of server/core/wire/areas.ts as schemas: what a reply holds beyond them is dropped before it is sent.
 * tests/routes/areas.test.ts holds the two together.
 */

export const areaParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });

export const yearQuery = { year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })) };

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const isoDate = orNull(Type.String());
const year = Type.Integer();
const names = { nameSv: Type.String(), nameEn: Type.String() };
const measure = Type.Union([Type.Literal('INDEX_0_6'), Type.Literal('PERCENT'), Type.Literal('INDEX')]);
export const respondents = Type.Union([Type.Literal('all'), Type.Literal('women'), Type.Literal('men')]);
const status = Type.Union([Type.Literal('published'), Type.Literal('too_few'), Type.Literal('missing')]);

export const areaSetsSchema = Type.Array(
  Type.Object({
    code: Type.String(),
    ...names,
    areas: Type.Array(
      Type.Object({
        id: Type.Integer(),
        code: Type.String(),
        name: Type.String(),
        validFrom: isoDate,
        validTo: isoDate,
      }),
    ),
  }),
);

export const surveyIndexSchema = Type.Object({
  indicators: Type.Array(
    Type.Object({ code: Type.String(), ...names, measure, group: Type.String(), cameraRelevant: Type.Boolean() }),
  ),
  years: Type.Array(year),
});

export const surveyMapSchema = Type.Object({
  indicator: Type.String(),
  year,
  respondents,
  measure,
  source: orNull(Type.String()),
  previousYear: orNull(year),
  values: Type.Array(
    Type.Object({
      areaId: Type.Integer(),
      value: orNull(Type.Number()),
      status,
      answers: orNull(Type.Integer()),
      previous: orNull(Type.Number()),
    }),
  ),
});

const surveySeries = Type.Object({
  indicator: Type.String(),
  ...names,
  measure,
  group: Type.String(),
  series: Type.Array(
    Type.Object({
      year,
      respondents,
      value: orNull(Type.Number()),
      status,
      answers: orNull(Type.Integer()),
      responseRate: orNull(Type.Number()),
    }),
  ),
  comparison: Type.Array(Type.Object({ unit: Type.String(), year, value: orNull(Type.Number()) })),
});

const givenCount = Type.Union([
  Type.Integer(),
  Type.Literal('suppressed'),
  Type.Literal('withheld'),
  Type.Literal('missing'),
]);

const crime = Type.Object({
  source: Type.String(),
  what: Type.Union([
    Type.Literal('recorded_crime'),
    Type.Literal('own_incidents'),
    Type.Literal('guard_interventions'),
  ]),
  grain: Type.Union([Type.Literal('point'), Type.Literal('square'), Type.Literal('area')]),
  periodFrom: isoDate,
  periodTo: isoDate,
  countsFrom: isoDate,
  shareWithCoordinates: orNull(Type.Number()),
  refusedForDensity: orNull(Type.String()),
  counts: Type.Array(
    Type.Object({
      category: Type.String(),
      ...names,
      byYear: Type.Array(Type.Object({ year, count: givenCount })),
    }),
  ),
});

export const areaSummarySchema = Type.Object({
  area: Type.Object({
    id: Type.Integer(),
    code: Type.String(),
    name: Type.String(),
    population: orNull(Type.Integer()),
    populationYear: orNull(Type.Integer()),
    populationSource: orNull(Type.String()),
    area_km2: Type.Number(),
    bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west, south, east, north, WGS84' }),
  }),
  year,
  survey: Type.Array(surveySeries),
  crime: Type.Array(crime),
  cameras: Type.Object({
    open: Type.Array(
      Type.Object({
        organisationId: Type.String(),
        ...names,
        count: Type.Integer(),
        planned: Type.Integer(),
        off: Type.Integer(),
      }),
    ),
    coverage_m2: Type.Number(),
    coverageShare: Type.Number(),
  }),
  places: Type.Array(Type.Object({ placeType: Type.String(), ...names, count: Type.Integer() })),
  interventions: Type.Array(
    Type.Object({ kind: Type.String(), name: Type.String(), validFrom: isoDate, validTo: isoDate }),
  ),
  survey_source: orNull(Type.String()),
});
