import type { CollectionId } from '#core/wire/layers.ts';
import { dataVersions } from '../../db/data-versions.ts';
import { extentOf } from '../../db/features.ts';
import { featureTables, type TableId } from '../../db/feature-tables.ts';
import type { Gate } from '../../db/gate.ts';
import { shownReader } from '../access.ts';
import type { Bounds, Layer } from './layer.ts';
import { readLayer } from './read-layer.ts';

/** How often the database is asked whether a table was written. */
const recheck_ms = 2000;

interface Held {
  layer: Promise<Layer>;
  /** The sum of the layer's write numbers when it was read. */
  written: number;
}

/**
 * The layers' shown forms in memory. Read at first use, then looked at every two seconds beside the requests: where a
 * table was written the layer is read anew in the background, and takes the old one's place only if what is shown has
 * changed. So a write to a secret row moves no version, empties no cache and makes no request wait.
 */
export class LayerStore {
  readonly #held = new Map<TableId, Held>();
  /** What requests see, without a promise in between. */
  readonly #current = new Map<TableId, Layer>();
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;

  constructor(
    readonly gate: Gate,
    readonly report: (error: unknown) => void,
  ) {}

  /** The layer as it was last read; reads it when nobody has. */
  async layer(id: TableId): Promise<Layer> {
    const current = this.#current.get(id);
    if (current) return current;
    const held = this.#held.get(id) ?? this.#read(id);
    return held.layer;
  }

  /** The extent of what is shown, in degrees: of the layer in memory, or asked of the database while there is none. */
  async bounds(id: TableId): Promise<Bounds | null> {
    const current = this.#current.get(id);
    if (current) return current.bounds;
    return this.gate.as(shownReader, (tx) => extentOf(tx, featureTables[id]));
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.recheck(), recheck_ms).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#checking;
    await Promise.allSettled([...this.#held.values()].map(({ layer }) => layer));
  }

  /** One look at the write numbers; a look that is still going on is waited for instead. */
  recheck(): Promise<void> {
    this.#checking ??= this.#recheckOnce()
      .catch(this.report)
      .finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  #read(id: TableId): Held {
    const held: Held = { written: -1, layer: Promise.resolve(null as never) };
    held.layer = (async () => {
      held.written = writtenOf(id, await this.#versions());
      const layer = await readLayer(this.gate, id as CollectionId, featureTables[id]);
      this.#current.set(id, layer);
      return layer;
    })();
    this.#held.set(id, held);
    // One that could not be read is forgotten: the next request tries again.
    held.layer.catch(() => this.#held.delete(id));
    return held;
  }

  async #recheckOnce(): Promise<void> {
    if (this.#current.size === 0) return;
    const versions = await this.#versions();
    for (const [id, layer] of this.#current) {
      const held = this.#held.get(id)!;
      const written = writtenOf(id, versions);
      if (written === held.written) continue;
      const next = await readLayer(this.gate, id as CollectionId, featureTables[id]);
      // Written during the reading: the number is the older one, so the next look reads again.
      held.written = written;
      if (next.version === layer.version) continue;
      held.layer = Promise.resolve(next);
      this.#current.set(id, next);
    }
  }

  #versions() {
    return this.gate.service('deriver', dataVersions);
  }
}

function writtenOf(id: TableId, versions: ReadonlyMap<string, number>): number {
  return featureTables[id].versions.reduce((sum, name) => sum + (versions.get(name) ?? 0), 0);
}
