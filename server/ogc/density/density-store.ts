import { createHash } from 'node:crypto';
import type { Polygon } from 'geojson';
import { densityBatches, type DensityBatch } from '../../db/density-points.ts';
import type { Gate } from '../../db/gate.ts';
import type { DensityFilter } from '../filters.ts';
import { layerOf } from '../tiles/layer-of.ts';
import type { Layer, TileFeature } from '../tiles/layer.ts';
import { startDensityThread, type DensityThread } from './density-thread.ts';
import type { ComputedDensity, DrawnBand } from './density-worker.ts';
import { readPoints } from './read-points.ts';

/** So many filters are kept; the one unused for longest goes first. */
const mostFilters = 24;

/** One filter's density, ready to be read off and drawn. */
export interface DensityLayer extends Omit<ComputedDensity, 'bands'> {
  readonly layer: Layer;
}

/** The incidents as they stand published: their version, and a density for each filter that somebody has asked for. */
interface Edition {
  readonly version: string;
  readonly thread: DensityThread;
  readonly ready: Promise<void>;
  readonly filters: Map<string, Promise<DensityLayer>>;
}

/**
 * Densities of the published incidents. The incidents are read once into a thread of their own; a new edition is read
 * when a batch has been published or withdrawn, and the old one serves until the new one is ready.
 */
export class DensityStore {
  #edition: Promise<Edition> | undefined;
  #batches = '';

  constructor(readonly gate: Gate) {}

  async density(filter: DensityFilter): Promise<DensityLayer> {
    const edition = await this.#current();
    const key = JSON.stringify(filter);
    const kept = edition.filters.get(key);
    const wanted = kept ?? this.#compute(edition, filter, key);
    edition.filters.delete(key);
    edition.filters.set(key, wanted);
    for (const oldest of edition.filters.keys()) {
      if (edition.filters.size <= mostFilters) break;
      edition.filters.delete(oldest);
    }
    return wanted;
  }

  /** The version of what all filters are made from; reads no incident for it. */
  async version(): Promise<string> {
    return this.#edition ? (await this.#edition).version : versionOf(await this.#readBatches());
  }

  /** Looks whether other batches are published than those that are shown; called beside the requests. */
  async recheck(): Promise<void> {
    if (!this.#edition) return;
    const before = await this.#edition;
    const batches = await this.#readBatches();
    if (JSON.stringify(batches) === this.#batches) return;
    const next = this.#open(batches);
    await next.ready;
    this.#batches = JSON.stringify(batches);
    this.#edition = Promise.resolve(next);
    await before.thread.stop();
  }

  async stop(): Promise<void> {
    const edition = await this.#edition?.catch(() => undefined);
    this.#edition = undefined;
    await edition?.thread.stop();
  }

  #current(): Promise<Edition> {
    this.#edition ??= this.#openFirst().catch((error: unknown) => {
      this.#edition = undefined;
      throw error;
    });
    return this.#edition;
  }

  async #openFirst(): Promise<Edition> {
    const batches = await this.#readBatches();
    const edition = this.#open(batches);
    await edition.ready;
    this.#batches = JSON.stringify(batches);
    return edition;
  }

  #readBatches(): Promise<DensityBatch[]> {
    return this.gate.service('deriver', densityBatches);
  }

  #open(batches: readonly DensityBatch[]): Edition {
    const thread = startDensityThread();
    const read = async () => {
      for (const batch of batches) for await (const points of readPoints(this.gate, batch)) thread.add(points);
    };
    const ready = read().catch(async (error: unknown) => {
      await thread.stop();
      throw error;
    });
    return { version: versionOf(batches), thread, ready, filters: new Map() };
  }

  #compute({ thread, version, filters }: Edition, filter: DensityFilter, key: string): Promise<DensityLayer> {
    const computed = thread.compute(filter).then(({ bands, ...density }) => {
      const features = bands.map((band, index) => bandFeature(band, index + 1));
      // The filter stands in the tile's address; the version says which incidents it was applied to.
      const layer = layerOf(features, version, `crime-density ${version} ${key}`);
      return { ...density, layer: { ...layer, levels: density.levels } };
    });
    // One that failed is forgotten: the next request tries again.
    computed.catch(() => filters.delete(key));
    return computed;
  }
}

function versionOf(batches: readonly DensityBatch[]): string {
  return createHash('sha256').update(JSON.stringify(batches)).digest('base64url').slice(0, 22);
}

function bandFeature({ level, perKm2, rings }: DrawnBand, id: number): TileFeature {
  const geometry: Polygon = { type: 'Polygon', coordinates: rings };
  return {
    feature: { type: 'Feature', id, geometry, properties: { level, perKm2 } },
    minZoom: 0,
    size: Infinity,
  };
}
