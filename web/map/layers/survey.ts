import type { ExpressionSpecification } from 'maplibre-gl';
import { indexClass } from '#core/survey/index-class.ts';
import { indexClasses, indexRamp, selection } from '../colours.ts';
import type { LayerContext, MapLayer } from '../layer.ts';
import { ownScaleEnds, stepOf } from '../own-scale.ts';

type Status = 'published' | 'too_few' | 'missing';

/** The survey's index, an area a colour. Too few answers is hatched, missing is crossed: neither is a low index. */
export const survey: MapLayer = {
  id: 'survey',
  group: 'need',
  sources: ({ tiles }) => ({ areas: tiles('areas'), 'areas-names': tiles('areas', { deepest: 8 }) }),
  styles: (context) => {
    const shared = { source: 'areas', 'source-layer': 'areas' };
    const known = idsOf(context, () => true);
    const selected = context.selected?.kind === 'area' ? Number(context.selected.id) : -1;
    return [
      {
        id: 'survey',
        type: 'fill',
        ...shared,
        metadata: { slot: 'areas' },
        filter: ['in', ['id'], ['literal', idsOf(context, ({ status }) => status === 'published')]],
        paint: { 'fill-color': colourOf(context), 'fill-opacity': 0.72, 'fill-antialias': false },
      },
      ...(['too_few', 'missing'] as const).map((status) => ({
        id: `survey-${status}`,
        type: 'fill' as const,
        ...shared,
        metadata: { slot: 'areas' as const },
        filter: [
          'in',
          ['id'],
          ['literal', idsOf(context, (value) => value.status === status)],
        ] as ExpressionSpecification,
        paint: { 'fill-pattern': status },
      })),
      {
        id: 'survey-edge',
        type: 'line',
        ...shared,
        metadata: { slot: 'coverage' },
        filter: ['in', ['id'], ['literal', known]],
        paint: {
          'line-color': ['case', ['==', ['id'], selected], selection, '#6b6f76'],
          'line-width': ['case', ['==', ['id'], selected], 3, 0.8],
        },
      },
      {
        id: 'survey-name',
        type: 'symbol',
        ...shared,
        source: 'areas-names',
        minzoom: 11,
        maxzoom: 15,
        metadata: { slot: 'symbols' },
        filter: ['in', ['id'], ['literal', known]],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Kamerapunkt Sans'],
          'text-size': 13,
          'text-max-width': 8,
        },
        paint: { 'text-color': '#1a2330', 'text-halo-color': 'rgba(255,255,255,0.85)', 'text-halo-width': 1.6 },
      },
    ];
  },
  legend: [
    {
      label: 'surveyIndex',
      swatch: {
        kind: 'ramp',
        colours: indexRamp,
        opacity: 0.8,
        ends: [0, ...indexClasses.map(({ to }) => to)],
        threshold: 3,
      },
    },
    { label: 'surveyTooFew', swatch: { kind: 'image', name: 'too_few-swatch' } },
    { label: 'surveyMissing', swatch: { kind: 'image', name: 'missing-swatch' } },
  ],
};

function idsOf({ survey: values }: LayerContext, wanted: (value: { readonly status: Status }) => boolean): number[] {
  return (values?.values ?? []).filter(wanted).map(({ areaId }) => areaId);
}

/** Which colour each area has, by its id: the police's index by its class, a percentage and any other index by sixths. */
function colourOf({ survey: values }: LayerContext): ExpressionSpecification {
  const all = values?.values ?? [];
  const published = all.filter(({ value }) => value !== null);
  if (published.length === 0) return ['literal', indexRamp[0]] as unknown as ExpressionSpecification;
  const ends = values?.measure === 'INDEX' ? ownScaleEnds(all) : null;
  const classOf = (value: number) => {
    if (ends) return stepOf(value, ends);
    if (values?.measure === 'PERCENT') return Math.min(5, Math.floor(value / (100 / 6)));
    return indexClass(Math.min(6, Math.max(0, value)));
  };
  const pairs = published.flatMap(({ areaId, value }) => [areaId, indexRamp[classOf(value!)]!]);
  return ['match', ['id'], ...pairs, indexRamp[0]] as unknown as ExpressionSpecification;
}
