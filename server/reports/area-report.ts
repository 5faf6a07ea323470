import { createHash } from 'node:crypto';
import { formatDate } from '#core/format/date.ts';
import { formatNumber, formatQuantity, type Locale } from '#core/format/number.ts';
import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import type { AreaFigures } from './area-figures.ts';
import type { AreaMap } from './area-map.ts';
import type { ReportContent } from './content.ts';
import { isOverall } from './overall.ts';
import { cameraSection } from './sections/cameras.ts';
import { crimeSections } from './sections/crime.ts';
import { measureSection } from './sections/measures.ts';
import { placeSection } from './sections/places.ts';
import { surveySections } from './sections/survey.ts';
import { reportTexts, type ReportTexts } from './texts.ts';

/** The report's words and tables, and the charts they name as SVG. */
export function areaReport(
  figures: AreaFigures,
  map: AreaMap,
  frame: { readonly municipality: string; readonly asOf: string },
  locale: Locale,
): { readonly content: ReportContent; readonly pictures: Readonly<Record<string, string>> } {
  const texts = reportTexts[locale];
  const { summary, area } = figures;
  const asOf = formatDate(frame.asOf);
  const pictures: Record<string, string> = {};
  const setName = locale === 'sv' ? area.setNameSv : area.setNameEn;
  const content: ReportContent = {
    lang: locale,
    title: area.name,
    kicker: texts.kicker,
    municipality: frame.municipality,
    subtitle: texts.subtitle(setName, area.code, summary.year, asOf),
    date: frame.asOf.split('-').map(Number) as [number, number, number],
    basis: texts.basis,
    footer: texts.footer(asOf),
    page: texts.page,
    facts: facts(summary, texts, locale),
    map: {
      heading: texts.mapHeading,
      alt: texts.mapAlt(area.name, map.scale, map.cameras, map.cells.length),
      notes: [
        ...new Set(
          map.cells.map((cell) =>
            texts.cellNote(cell.provision, cell.authority, formatQuantity(cell.cellSize_m, 'm', locale)),
          ),
        ),
      ],
      source: texts.mapSource(map.attributions.join('; ') || frame.municipality),
      legend: map.signs.map((sign) => ({ file: `legend-${sign}.svg`, label: texts.legend[sign] })),
    },
    sections: [
      ...surveySections(summary, texts, locale, pictures),
      ...crimeSections(summary, texts, locale),
      cameraSection(summary, texts, locale),
      measureSection(figures, texts),
      placeSection(figures, texts, locale),
    ],
    method: {
      heading: texts.method.heading,
      paragraphs: texts.method.paragraphs(MINIMUM_COUNT, digestOf(summary, frame.asOf)),
    },
  };
  return { content, pictures };
}

/** Names the figures: two reports with one checksum say the same, in either language. */
function digestOf(summary: AreaSummary, asOf: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([summary, asOf]))
    .digest('hex');
  return hex.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** The year that the figure is of; nothing when it came with the area's outline. */
function populationNote({ area }: AreaSummary): string {
  return area.populationYear === null ? '' : `${area.populationYear}, ${area.populationSource ?? ''}`;
}

function facts(summary: AreaSummary, texts: ReportTexts, locale: Locale): ReportContent['facts'] {
  const overall = summary.survey.find(isOverall);
  const point = overall?.series.findLast(
    (each) => each.respondents === 'all' && each.value !== null && each.year <= summary.year,
  );
  return [
    ...(point
      ? [{ label: texts.facts.overall, value: formatNumber(point.value!, locale, 2), note: String(point.year) }]
      : []),
    ...(summary.area.population === null
      ? []
      : [
          {
            label: texts.facts.population,
            value: formatNumber(summary.area.population, locale),
            note: populationNote(summary),
          },
        ]),
    {
      label: texts.facts.area,
      value: formatQuantity(summary.area.area_km2, 'km²', locale, summary.area.area_km2 < 10 ? 2 : 1),
      note: '',
    },
  ];
}
