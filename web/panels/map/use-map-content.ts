import { useQuery } from '@tanstack/react-query';
import type { StyleSpecification } from '../../map/specifications.ts';
import { useMemo } from 'react';
import { addressOf } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { ownBackground } from '../../map/background.ts';
import { foreignBackground, wmsBackground, type MapContent } from '../../map/compose-style.ts';
import type { LayerContext } from '../../map/layer.ts';
import { layerById } from '../../map/layers/all.ts';
import { useHiddenOnMap } from '../../state/hidden-on-map.ts';
import type { Place } from '../../state/url.ts';
import { useAddress } from '../../state/use-address.ts';
import { chosenRespondents } from '../areas/chosen-respondents.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { shownLayers } from './shown-layers.ts';
import { chosenIndicator } from './chosen-indicator.ts';
import { densityQuery, squareQuery } from './density-query.ts';

/** What the server's tiles hold at most; further in they are stretched. */
const deepestTile = 16;

/** Everything the map shows, from the address and what the server knows. */
export function useMapContent(place: Place): Omit<MapContent, 'drawings'> | null {
  const address = useAddress();
  const { instance, session, uncleared, year } = useWorkspace();
  const versions = useQuery(queries.layers());
  const style = useQuery(queries.basemapStyle(instance.basemapStyleUrl));
  const index = useQuery(queries.survey());
  const shown = shownLayers(address, place, session.account.role);
  const wantsSurvey = shown.some(({ id }) => id === 'survey');
  const indicator = chosenIndicator(index.data, address.filter);
  const respondents = chosenRespondents(address.filter);
  const values = useQuery(queries.surveyValues({ indicator: wantsSurvey ? indicator : null, year, respondents }));
  const overlay = useQuery(queries.overlay({ uncleared }));
  const hidden = useHiddenOnMap();

  const known = versions.data;
  const shownKey = JSON.stringify(shown);
  const { filter, selection } = address;
  return useMemo(() => {
    if (!known) return null;
    const tiles: LayerContext['tiles'] = (collection, { query = {}, deepest = deepestTile } = {}) => ({
      type: 'vector',
      tiles: [
        // The braces are the map's own and must not be escaped.
        `${location.origin}/ogc/collections/${collection}/tiles/WebMercatorQuad/{z}/{y}/{x}${addressOf('', {
          ...query,
          v: known.layers[collection]?.version ?? null,
        })}`,
      ],
      maxzoom: deepest,
    });
    const context = {
      tiles,
      survey: values.data ?? null,
      density: densityQuery(filter),
      squares: squareQuery(filter),
      replaced: (overlay.data?.features ?? []).flatMap(({ properties }) =>
        properties.replaces ? [properties.replaces] : [],
      ),
      selected: selection,
      hidden,
    };
    const background = style.data
      ? foreignBackground(style.data as StyleSpecification)
      : instance.basemapWmsUrl
        ? wmsBackground(instance.basemapWmsUrl)
        : ownBackground(context);
    const chosen = JSON.parse(shownKey) as typeof shown;
    return {
      background,
      context,
      layers: chosen.flatMap(({ id, opacity_percent }) => {
        const layer = layerById.get(id);
        return layer ? [{ layer, opacity_percent }] : [];
      }),
    };
  }, [known, shownKey, values.data, overlay.data, hidden, filter, selection, style.data, instance.basemapWmsUrl]);
}
