import type { LayerId, MapLayer } from '../layer.ts';
import { cameras } from './cameras.ts';
import { coverage } from './coverage.ts';
import { crimeDensity } from './crime-density.ts';
import { crimeSquares } from './crime-squares.ts';
import { areas, interventions, masts, placesLayer } from './ground-layers.ts';
import { plannedMounts } from './planned-mounts.ts';
import { survey } from './survey.ts';
import { zones } from './zones.ts';

/** Every layer, in the order of the list of layers: what lies on top stands first. */
export const layers: readonly MapLayer[] = [
  cameras,
  plannedMounts,
  coverage,
  zones,
  crimeDensity,
  crimeSquares,
  survey,
  interventions,
  areas,
  placesLayer,
  masts,
];

export const layerById: ReadonlyMap<LayerId, MapLayer> = new Map(layers.map((layer) => [layer.id, layer]));
