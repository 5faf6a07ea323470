import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { masked, selection } from '../colours.ts';
import type { Drawn, LayerContext } from '../layer.ts';

/** The cells that stand for secret things: hatched, with a lock; not those whose exact place this viewer is shown. */
export function maskedCells(
  source: 'cameras' | 'planned-mounts',
  { replaced, selected }: LayerContext,
): readonly Drawn[] {
  const shared = { source, 'source-layer': source, metadata: { slot: 'masked' as const } };
  const filter = [
    'all',
    ['==', ['get', 'shownAs'], 'cell'],
    ['!', ['in', ['get', 'id'], ['literal', [...replaced]]]],
  ] as FilterSpecification;
  const isSelected = ['==', ['get', 'id'], selected?.kind === 'masked' ? selected.id : ''] as ExpressionSpecification;
  return [
    { id: `${source}-cell`, type: 'fill', ...shared, filter, paint: { 'fill-pattern': 'masked' } },
    {
      id: `${source}-cell-edge`,
      type: 'line',
      ...shared,
      filter,
      paint: {
        'line-color': ['case', isSelected, selection, masked],
        'line-width': ['case', isSelected, 3, 1.2],
      },
    },
    {
      id: `${source}-cell-lock`,
      type: 'symbol',
      ...shared,
      source: `${source}-cells`,
      metadata: { slot: 'symbols' },
      filter,
      layout: {
        'icon-image': 'lock',
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 14, 1],
      },
    },
  ];
}
