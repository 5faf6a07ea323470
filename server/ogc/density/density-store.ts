import { createHash } from 'node:crypto';
import { densitySources, type DensitySource } from '../../db/density-points.ts';
import type { Gate } from '../../db/gate.ts';
import type { DensityFilter } from '../filters.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import type { ComputedDensity } from './density-messages.ts';
import { startDensityThread, type DensityThread } from './density-thread.ts';
import { readPoints } from './read-points.ts';

/** So many filters are kept; the one unused for longest goes first. */
const mostFilters = 24;

/** One filter's density: cells to read off, tiles to draw. */
export interface KeptDensity extends ComputedDensity {
  readonly tiles: TileSource;
}

/** The incidents as they stand published: their version, and a density for each filter that somebody has asked for. */
interface Edition {
  /** What it was read from, as text. */
  readonly sources: string;
  readonly version: string;
  readonly thread: DensityThread;
  readonly filters: Map<string, Promise<KeptDensity>>;
}

/**
 * Densities of the published incidents. The incidents are read once into a thread of their own; a new edition is read
 * when a batch has been published or withdrawn, and the old one serves until the new one is ready.
 */
export class DensityStore {
  #edition: Promise<Edition> | undefined;

  constructor(readonly gate: Gate) {}

  async density(filter: DensityFilter): Promise<KeptDensity> {
    const edition = await this.#current();
    const { filters, thread } = edition;
    const key = JSON.stringify(filter);
    const wanted = filters.get(key) ?? compute(edition, filter, key);
    // A Map remembers the order of insertion: the first is the one unused for longest.
    filters.delete(key);
    filters.set(key, wanted);
    for (const oldest of filters.keys()) {
      if (filters.size <= mostFilters) break;
      filters.delete(oldest);
      thread.drop(oldest);
    }
    return wanted;
  }

  /** The version of what all filters are made from; reads no incident for it. */
  async version(): Promise<string> {
    return this.#edition ? (await this.#edition).version : versionOf(JSON.stringify(await this.#sources()));
  }

  /** Looks whether other batches are published than those that are shown; called beside the requests. */
  async recheck(): Promise<void> {
    if (!this.#edition) return;
    const before = await this.#edition;
    const sources = await this.#sources();
    if (JSON.stringify(sources) === before.sources) return;
    this.#edition = Promise.resolve(await this.#open(sources));
    await before.thread.stop();
  }

  async stop(): Promise<void> {
    const edition = await this.#edition?.catch(() => undefined);
    this.#edition = undefined;
    await edition?.thread.stop();
  }

  #current(): Promise<Edition> {
    this.#edition ??= this.#sources()
      .then((sources) => this.#open(sources))
      .catch((error: unknown) => {
        // The next request tries again.
        this.#edition = undefined;
        throw error;
      });
    return this.#edition;
  }

  #sources(): Promise<DensitySource[]> {
    return this.gate.service('deriver', densitySources);
  }

  async #open(read: readonly DensitySource[]): Promise<Edition> {
    const thread = startDensityThread();
    try {
      for (const source of read) for await (const points of readPoints(this.gate, source)) thread.add(points);
    } catch (error) {
      await thread.stop();
      throw error;
    }
    const sources = JSON.stringify(read);
    return { sources, version: versionOf(sources), thread, filters: new Map() };
  }
}

function versionOf(sources: string): string {
  return createHash('sha256').update(sources).digest('base64url').slice(0, 22);
}

function compute({ thread, version, filters }: Edition, filter: DensityFilter, key: string): Promise<KeptDensity> {
  const computed = thread.compute(key, filter).then((density) => ({
    ...density,
    tiles: {
      // The filter stands in the tile's address; the version says which incidents it was applied to.
      version,
      key: `crime-density ${version} ${key}`,
      bounds: density.bounds,
      levels: density.levels,
      tile: (address) => thread.tile(key, address),
    } satisfies TileSource,
  }));
  // One that failed is forgotten: the next request tries again.
  computed.catch(() => filters.delete(key));
  return computed;
}
