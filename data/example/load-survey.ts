import type { Clock } from '../../server/db/clock.ts';
import type { Tx } from '../../server/db/driver.ts';
import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import { copyLine, multiPolygonText } from './copy-text.ts';
import { addSource, areaSetCodes } from './sources.ts';
import type { Area, Example } from './types.ts';

/** The survey's areas, the municipality, the indicators and what the survey says. */
export async function loadSurvey(gate: Gate, clock: Clock, example: Example): Promise<void> {
  const { areas, municipality, indicators, surveyValues } = example;
  await gate.service('importer', async (tx) => {
    const areaSource = await addSource(tx, 'areas', clock.now(), areas.length + 1);
    const districts = await addAreaSet(
      tx,
      areaSource,
      areaSetCodes.districts,
      'Trygghetsmätningens områden',
      'Areas of the safety survey',
      'survey_area',
    );
    const whole = await addAreaSet(
      tx,
      areaSource,
      areaSetCodes.municipality,
      'Kommunen',
      'The municipality',
      'municipality',
    );
    await tx.copyIn('loaded.area', areaColumns, [
      ...areas.map((area) => areaLine(districts, area)),
      areaLine(whole, municipality),
    ]);

    const source = await addSource(tx, 'survey', clock.now(), surveyValues.length);
    await tx.query(sql`
      insert into app.indicator (code, name_sv, name_en, measure, "group", camera_relevant, sort)
      select r.code, r."nameSv", r."nameEn", r.measure, r."group", r."cameraRelevant", r.sort
      from jsonb_to_recordset(${JSON.stringify(indicators)}::jsonb)
        as r (code text, "nameSv" text, "nameEn" text, measure text, "group" text, "cameraRelevant" boolean, sort int)
      on conflict (code) do nothing`);
    await tx.copyIn(
      'loaded.survey_value',
      [
        'source_id',
        'area_set_id',
        'area_code',
        'comparison_unit',
        'indicator',
        'year',
        'respondents',
        'value',
        'status',
        'answers',
        'response_rate',
      ],
      surveyValues.map((value) =>
        copyLine([
          source,
          value.areaCode === null ? null : districts,
          value.areaCode,
          value.comparisonUnit,
          value.indicator,
          value.year,
          value.respondents,
          value.value,
          value.status,
          value.answers,
          value.responseRate,
        ]),
      ),
    );
  });
}

const areaColumns = ['area_set_id', 'code', 'name', 'valid_from', 'valid_to', 'population', 'geom'];

function areaLine(areaSet: number, { code, name, validFrom, validTo, population, rings }: Area): string {
  return copyLine([areaSet, code, name, validFrom, validTo, population, multiPolygonText([rings])]);
}

async function addAreaSet(
  tx: Tx,
  source: number,
  code: string,
  nameSv: string,
  nameEn: string,
  kind: string,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(sql`
    insert into app.area_set (code, name_sv, name_en, kind, source_id) values (${code}, ${nameSv}, ${nameEn}, ${kind}, ${source}) returning id`);
  return row!.id;
}
