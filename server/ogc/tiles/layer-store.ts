import { dataVersions } from '../../db/data-versions.ts';
import { countFeatures, extentOf } from '../../db/features.ts';
import { featureTables, type FeatureTable, type TableId } from '../../db/feature-tables.ts';
import type { Gate } from '../../db/gate.ts';
import { shownReader } from '../access.ts';
import type { Bounds } from './layer.ts';
import { makeTile } from './make-tile.ts';
import { readLayer } from './read-layer.ts';
import { sqlTiles } from './sql-tiles.ts';
import type { TileSource } from './tile-source.ts';

/** Larger layers are read tile by tile, if nothing secret stands behind them: a hundred thousand take 100 MB. */
const mostHeld_features = 200_000;

/** A layer as it is shown now. */
export interface ShownLayer extends TileSource {
  readonly features: number;
}

/** A larger layer is read anew only when its tables have stood still since the look before: an import writes for a while. */
const quicklyRead_features = 5000;

interface Held {
  readonly layer: ShownLayer;
  /** The sum of the layer's write numbers before it was read. */
  readonly written: number;
  /** The sum at the last look. */
  readonly seen: number;
}

/**
 * The layers' shown forms in memory, read at first use. Beside the requests `recheck` looks whether a table was written;
 * then the layer is read anew, and takes the old one's place only if what is shown has changed. So a write to a secret
 * row moves no version, empties no cache and makes no request wait.
 */
export class LayerStore {
  readonly #held = new Map<TableId, Held>();
  readonly #reading = new Map<TableId, Promise<Held>>();

  constructor(
    readonly gate: Gate,
    readonly mostHeld: number = mostHeld_features,
  ) {}

  /** The layer as it was last read; reads it when nobody has. */
  async layer(id: TableId): Promise<ShownLayer> {
    const held = this.#held.get(id) ?? (await this.#readFirst(id));
    return held.layer;
  }

  /** The extent of what is shown, in degrees: always the database's answer, so that a cold and a warm server say the same. */
  bounds(id: TableId): Promise<Bounds | null> {
    return this.gate.as(shownReader, (tx) => extentOf(tx, featureTables[id]));
  }

  /** Reads anew what has been written since. */
  async recheck(): Promise<void> {
    if (this.#held.size === 0) return;
    const versions = await this.#versions();
    for (const [id, held] of this.#held) {
      const { layer, written, seen } = held;
      const now = writtenOf(id, versions);
      if (now === written) continue;
      if (layer.features > quicklyRead_features && now !== seen) {
        this.#held.set(id, { ...held, seen: now });
        continue;
      }
      const next = await this.#read(id, now);
      // Written again during the reading: the number kept is the older one, so the next look reads again.
      this.#held.set(id, { layer: next.version === layer.version ? layer : next, written: now, seen: now });
    }
  }

  /** Waits for what is being read, so that nobody closes the database under it. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#reading.values());
  }

  /** Several requests for a layer nobody has read wait for one reading; one that failed is tried again. */
  #readFirst(id: TableId): Promise<Held> {
    const reading =
      this.#reading.get(id) ??
      (async () => {
        const written = writtenOf(id, await this.#versions());
        const held = { layer: await this.#read(id, written), written, seen: written };
        this.#held.set(id, held);
        return held;
      })().finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  async #read(id: TableId, written: number): Promise<ShownLayer> {
    const table: FeatureTable = featureTables[id];
    const features = await this.gate.as(shownReader, (tx) => countFeatures(tx, table));
    if (features > this.mostHeld && !table.guarded) return { features, ...(await sqlTiles(this.gate, id, written)) };
    const layer = await readLayer(this.gate, id, table);
    const { version, key, bounds } = layer;
    return { features: layer.features.length, version, key, bounds, tile: (address) => makeTile(layer, id, address) };
  }

  #versions() {
    return this.gate.service('deriver', dataVersions);
  }
}

function writtenOf(id: TableId, versions: ReadonlyMap<string, number>): number {
  return featureTables[id].versions.reduce((sum, name) => sum + (versions.get(name) ?? 0), 0);
}
