import type { SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import type { LegendItem } from '../../map/layer.ts';
import { ownScaleEnds } from '../../map/own-scale.ts';
import { isOverall } from '../areas/figures.ts';

/** The ends of the classes by which a share is coloured: sixths, in whole per cent. */
const percentEnds = [0, 17, 33, 50, 67, 83, 100];

/** The survey's signs for the question that is shown: a share has a scale of its own, and the threshold is the overall index's alone. */
export function surveyLegend(
  legend: readonly LegendItem[],
  indicator: SurveyIndex['indicators'][number] | undefined,
  values: SurveyMap | undefined,
): readonly LegendItem[] {
  return legend.map((item) => {
    if (item.swatch.kind !== 'ramp' || !indicator) return item;
    const { threshold: _, ...swatch } = item.swatch;
    if (indicator.measure === 'PERCENT') return { label: 'surveyPercent', swatch: { ...swatch, ends: percentEnds } };
    if (indicator.measure === 'INDEX')
      return { label: 'surveyOwnScale', swatch: { ...swatch, ends: ownScaleEnds(values?.values ?? []) } };
    return isOverall(indicator.code) ? item : { label: 'surveyQuestion', swatch };
  });
}
