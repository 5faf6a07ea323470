import { formatDate } from '#core/format/date.ts';
import type { AreaFigures } from '../area-figures.ts';
import type { Section } from '../content.ts';
import type { ReportTexts } from '../texts.ts';

export function measureSection({ summary, sources }: AreaFigures, texts: ReportTexts): Section {
  const words = texts.measures;
  return {
    heading: words.heading,
    level: 2,
    intro: summary.interventions.length === 0 ? words.none(summary.year) : null,
    chart: null,
    table:
      summary.interventions.length === 0
        ? null
        : {
            header: [words.kind, words.name, words.from, words.to],
            rows: summary.interventions.map((each) => [
              words.kinds[each.kind] ?? each.kind,
              each.name,
              each.validFrom ? formatDate(each.validFrom) : '–',
              each.validTo ? formatDate(each.validTo) : words.ongoing,
            ]),
            columns: ['narrow', 'wide', 'narrow', 'narrow'],
            textColumns: [0, 1],
            sum: false,
          },
    notes: [words.evidence],
    source: sources.interventions ? `${texts.source}: ${sources.interventions}. ${words.grain(summary.year)}.` : null,
  };
}
