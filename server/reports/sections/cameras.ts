import { formatNumber, formatPercent, formatQuantity, type Locale } from '#core/format/number.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import type { Section } from '../content.ts';
import type { ReportTexts } from '../texts.ts';

export function cameraSection(summary: AreaSummary, texts: ReportTexts, locale: Locale): Section {
  const words = texts.cameras;
  const { open, coverage_m2, coverageShare } = summary.cameras;
  const row = (name: string, count: number, planned: number, off: number) => [
    name,
    ...[count, planned, off].map((each) => formatNumber(each, locale)),
  ];
  const sum = (pick: (each: (typeof open)[number]) => number) => open.reduce((total, each) => total + pick(each), 0);
  return {
    heading: words.heading,
    level: 2,
    intro:
      open.length === 0
        ? words.none
        : words.coverage(formatQuantity(coverage_m2, 'm²', locale), formatPercent(coverageShare, locale, 1)),
    chart: null,
    table:
      open.length === 0
        ? null
        : {
            header: [words.organisation, words.inOperation, words.planned, words.off],
            rows: [
              ...open.map((each) =>
                row(locale === 'sv' ? each.nameSv : each.nameEn, each.count, each.planned ?? 0, each.off ?? 0),
              ),
              row(
                words.total,
                sum((each) => each.count),
                sum((each) => each.planned ?? 0),
                sum((each) => each.off ?? 0),
              ),
            ],
            columns: ['wide', 'narrow', 'narrow', 'narrow'],
            textColumns: [0],
            sum: true,
          },
    notes: [texts.masked, texts.basis],
    source: `${texts.source}: ${words.source}.`,
  };
}
