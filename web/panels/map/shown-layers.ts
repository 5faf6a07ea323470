import type { Role } from '#core/wire/instance.ts';
import { layerIds, type LayerId } from '../../map/layer.ts';
import type { Address, Place, ShownLayer } from '../../state/url.ts';

/** What each place shows until somebody chooses otherwise. */
const opening: Record<Place, readonly LayerId[]> = {
  coverage: ['coverage', 'cameras'],
  candidates: ['crime-density', 'coverage', 'cameras'],
  'camera-points': ['planned-mounts', 'cameras'],
  areas: ['survey'],
  data: ['areas', 'cameras'],
};

const notForFitters: readonly LayerId[] = ['crime-density', 'crime-squares', 'zones'];

/** A fitter comes to mount, and gets neither crimes nor what the police says of places. */
export function mayShow(layer: LayerId, role: Role): boolean {
  return role !== 'fitter' || !notForFitters.includes(layer);
}

/** The layers in sight, lowest first. */
export function shownLayers(
  address: Address,
  place: Place,
  role: Role,
): readonly (ShownLayer & { readonly id: LayerId })[] {
  const wanted = address.layers ?? opening[place].map((id) => ({ id, opacity_percent: 100 }));
  return layerIds.flatMap((id) => {
    const found = wanted.find((layer) => layer.id === id);
    return found && mayShow(id, role) ? [{ id, opacity_percent: found.opacity_percent }] : [];
  });
}
