import type { Locale } from '#core/format/number.ts';
import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import type { ReportBasis } from './basis.ts';
import { csvText, type Cell } from './csv.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';

/** Headings and the words of the fixed columns. */
const words = {
  sv: {
    headings: [
      'Indelning',
      'Områdeskod',
      'Område',
      'Avser',
      'Avsnitt',
      'Kod',
      'Benämning',
      'Grupp',
      'År',
      'Värde',
      'Enhet',
      'Status',
      'Antal svar',
      'Svarsfrekvens, procent',
      'Källa',
      'Finhet',
      'Period från',
      'Period till',
      'Andel med koordinater',
      'Underlag per',
      'Behörighet',
    ],
    section: {
      area: 'Område',
      survey: 'Trygghetsmätning',
      comparison: 'Trygghetsmätning, jämförelse',
      crime: 'Brott och händelser',
      cameras: 'Kameror',
      coverage: 'Mark i bild',
      places: 'Platser',
      measures: 'Andra åtgärder',
    },
    status: {
      published: '',
      too_few: 'för få svar',
      missing: 'uppgift saknas',
      suppressed: `färre än ${MINIMUM_COUNT}, redovisas inte`,
      withheld: 'undanhållet av källan',
      not_reported: 'redovisas inte per område',
    },
    unit: { 'index 0-6': 'index 0–6', '%': 'procent', count: 'antal', 'm²': 'm²', 'km²': 'km²', share: 'andel' },
    grain: { point: 'punkt', square: 'ruta', area: 'område' },
    clearance: 'utan behörighet; maskerade och hemliga platser ingår inte',
  },
  en: {
    headings: [
      'Set of areas',
      'Area code',
      'Area',
      'For',
      'Section',
      'Code',
      'Name',
      'Group',
      'Year',
      'Value',
      'Unit',
      'Status',
      'Answers',
      'Response rate, per cent',
      'Source',
      'Grain',
      'Period from',
      'Period to',
      'Share with coordinates',
      'Data as of',
      'Clearance',
    ],
    section: {
      area: 'Area',
      survey: 'Safety survey',
      comparison: 'Safety survey, comparison',
      crime: 'Crimes and incidents',
      cameras: 'Cameras',
      coverage: 'Ground in view',
      places: 'Places',
      measures: 'Other measures',
    },
    status: {
      published: '',
      too_few: 'too few answers',
      missing: 'not available',
      suppressed: `fewer than ${MINIMUM_COUNT}, not given`,
      withheld: 'withheld by the source',
      not_reported: 'not reported by area',
    },
    unit: { 'index 0-6': 'index 0–6', '%': 'per cent', count: 'number', 'm²': 'm²', 'km²': 'km²', share: 'share' },
    grain: { point: 'point', square: 'square', area: 'area' },
    clearance: 'without clearance; masked and secret sites are left out',
  },
} as const satisfies Record<Locale, unknown>;

/** One area's figures as delimited text, one figure a line. The same figures and date give the same bytes. */
export function areaReportCsv(basis: ReportBasis, locale: Locale, withMark: boolean): Buffer {
  const say = words[locale];
  const { area, summary } = basis.figures;
  const line = (row: FigureRow): Cell[] => [
    locale === 'sv' ? area.setNameSv : area.setNameEn,
    area.code,
    area.name,
    summary.year,
    say.section[row.section],
    row.code,
    locale === 'sv' ? row.nameSv : row.nameEn,
    locale === 'sv' ? row.groupSv : row.groupEn,
    row.year,
    row.value,
    row.unit === null ? null : say.unit[row.unit],
    say.status[row.status],
    row.answers,
    row.responseRate_percent,
    row.source,
    row.grain === null ? null : say.grain[row.grain],
    row.periodFrom,
    row.periodTo,
    row.shareWithCoordinates,
    basis.frame.asOf,
    say.clearance,
  ];
  return Buffer.from(csvText([say.headings, ...figureRows(basis).map(line)], locale, withMark), 'utf8');
}
