import { formatNumber, type Locale } from '#core/format/number.ts';
import type { AreaFigures } from '../area-figures.ts';
import type { Section } from '../content.ts';
import type { ReportTexts } from '../texts.ts';

export function placeSection({ summary, sources }: AreaFigures, texts: ReportTexts, locale: Locale): Section {
  const words = texts.places;
  return {
    heading: words.heading,
    level: 2,
    intro: summary.places.length === 0 ? words.none : null,
    chart: null,
    table:
      summary.places.length === 0
        ? null
        : {
            header: [words.type, words.count],
            rows: summary.places.map((each) => [
              locale === 'sv' ? each.nameSv : each.nameEn,
              formatNumber(each.count, locale),
            ]),
            columns: ['wide', 'narrow'],
            textColumns: [0],
            sum: false,
          },
    notes: [],
    source: sources.places ? `${texts.source}: ${sources.places}. ${words.grain}.` : null,
  };
}
