import { dataVersions } from '../../db/data-versions.ts';
import { extentOf } from '../../db/features.ts';
import { featureTables, type TableId } from '../../db/feature-tables.ts';
import type { Gate } from '../../db/gate.ts';
import { shownReader } from '../access.ts';
import type { Bounds, Layer } from './layer.ts';
import { readLayer } from './read-layer.ts';

interface Held {
  readonly layer: Layer;
  /** The sum of the layer's write numbers before it was read. */
  readonly written: number;
}

/**
 * The layers' shown forms in memory, read at first use. Beside the requests `recheck` looks whether a table was written;
 * then the layer is read anew, and takes the old one's place only if what is shown has changed. So a write to a secret
 * row moves no version, empties no cache and makes no request wait.
 */
export class LayerStore {
  readonly #held = new Map<TableId, Held>();
  readonly #reading = new Map<TableId, Promise<Held>>();

  constructor(readonly gate: Gate) {}

  /** The layer as it was last read; reads it when nobody has. */
  async layer(id: TableId): Promise<Layer> {
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
    for (const [id, { layer, written }] of this.#held) {
      const now = writtenOf(id, versions);
      if (now === written) continue;
      const next = await readLayer(this.gate, id, featureTables[id]);
      // Written again during the reading: the number kept is the older one, so the next look reads again.
      this.#held.set(id, { layer: next.version === layer.version ? layer : next, written: now });
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
        const held = { layer: await readLayer(this.gate, id, featureTables[id]), written };
        this.#held.set(id, held);
        return held;
      })().finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  #versions() {
    return this.gate.service('deriver', dataVersions);
  }
}

function writtenOf(id: TableId, versions: ReadonlyMap<string, number>): number {
  return featureTables[id].versions.reduce((sum, name) => sum + (versions.get(name) ?? 0), 0);
}
