import { createHash } from 'node:crypto';
import { SQUARE_SIZES_M, squareClassEnds } from '#core/density/square-classes.ts';
import { toUnitSquare } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import type { Gate } from '../../db/gate.ts';
import { squareClasses, squareSources, type SquareClass, type SquareSource } from '../../db/square-classes.ts';
import type { SquareFilter } from '../filters.ts';
import { drawnFeature, layerOf } from '../tiles/layer-of.ts';
import { makeTile } from '../tiles/make-tile.ts';
import type { TileSource } from '../tiles/tile-source.ts';

/** So many choices are kept; the one unused for longest goes first. */
const mostFilters = 24;

/** A square with what it says; ids grow from the south to the north. */
export interface ShownSquare extends SquareClass {
  readonly id: number;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export interface KeptSquares {
  readonly squares: readonly ShownSquare[];
  readonly tiles: TileSource;
}

/** The sources as they stand published, and the squares of each choice that somebody has asked for. */
interface Edition {
  /** What it is read from, as text. */
  readonly read: string;
  readonly sources: readonly SquareSource[];
  readonly version: string;
  readonly filters: Map<string, Promise<KeptSquares>>;
}

/**
 * Counts by square as they may be shown. The database gives classes and no figures, so nothing small is ever held here. Sources
 * are never added together: each has its own squares.
 */
export class SquareStore {
  #edition: Promise<Edition> | undefined;

  constructor(readonly gate: Gate) {}

  async squares(filter: SquareFilter): Promise<KeptSquares> {
    const edition = await this.#current();
    const key = JSON.stringify(filter);
    const wanted = edition.filters.get(key) ?? this.#read(edition, filter, key);
    edition.filters.delete(key);
    edition.filters.set(key, wanted);
    // One that failed is forgotten: the next request tries again.
    wanted.catch(() => edition.filters.delete(key));
    for (const oldest of edition.filters.keys()) {
      if (edition.filters.size <= mostFilters) break;
      edition.filters.delete(oldest);
    }
    return wanted;
  }

  async version(): Promise<string> {
    return (await this.#current()).version;
  }

  /** Looks whether other batches are published than those that are shown; called beside the requests. */
  async recheck(): Promise<void> {
    if (!this.#edition) return;
    const next = await this.#open();
    if (next.read !== (await this.#edition).read) this.#edition = Promise.resolve(next);
  }

  async stop(): Promise<void> {
    const edition = await this.#edition?.catch(() => undefined);
    this.#edition = undefined;
    await Promise.allSettled(edition?.filters.values() ?? []);
  }

  #current(): Promise<Edition> {
    this.#edition ??= this.#open().catch((error: unknown) => {
      this.#edition = undefined;
      throw error;
    });
    return this.#edition;
  }

  async #open(): Promise<Edition> {
    const sources = await this.gate.service('deriver', squareSources);
    const read = JSON.stringify(sources);
    const version = createHash('sha256').update(read).digest('base64url').slice(0, 22);
    return { read, sources, version, filters: new Map() };
  }

  async #read({ sources, version }: Edition, filter: SquareFilter, key: string): Promise<KeptSquares> {
    const { what, categories } = filter;
    const chosen = sources.filter((source) => source.what === what);
    const year = filter.year ?? Math.max(0, ...chosen.map(({ lastYear }) => lastYear));
    const squares: ShownSquare[] = [];
    for (const source of chosen) {
      const rows = await this.gate.service('deriver', (tx) => squareClasses(tx, source.sourceId, categories, year));
      for (const row of rows) squares.push(shown(row, source, year));
    }
    squares.sort((a, b) => a.id - b.id);
    const layer = layerOf(
      squares.map((square) => drawnFeature(featureOf(square), 0, false)),
      version,
      `crime-squares ${version} ${key}`,
    );
    return {
      squares,
      tiles: {
        version,
        key: layer.key,
        bounds: layer.bounds,
        ...(chosen.length > 0 && { attribution: `${chosen.map(({ source }) => source).join('; ')}, ${year}` }),
        tile: (address) => makeTile(layer, 'crime-squares', address),
      },
    };
  }
}

function shown(row: SquareClass, { sourceId, source, what }: SquareSource, year: number): ShownSquare {
  const ends = row.class === null ? { from: null, to: null } : squareClassEnds(row.class);
  const { status, isAtLeast, size_m } = row;
  return {
    ...row,
    id: idOf(row, sourceId),
    properties: { status, class: row.class, ...ends, isAtLeast, size_m, what, year, source, grain: 'square' },
  };
}

/** A whole number of its own for each source, corner and size, below 10^15; corners are multiples of 25 m, from 6 000 km north. */
function idOf({ east_m, north_m, size_m }: SquareClass, sourceId: number): number {
  const place = Math.round((north_m - 6_000_000) / 25) * 40_000 + Math.round(east_m / 25);
  return (place * 16 + SQUARE_SIZES_M.indexOf(size_m) + 1) * 1000 + (sourceId % 1000);
}

/** From the lower left corner, counter-clockwise; EPSG:3006. */
export function cornersOf({ east_m, north_m, size_m }: SquareClass): readonly Position[] {
  return [
    [east_m, north_m],
    [east_m + size_m, north_m],
    [east_m + size_m, north_m + size_m],
    [east_m, north_m + size_m],
    [east_m, north_m],
  ];
}

function featureOf(square: ShownSquare): GeoJSON.Feature {
  const coordinates = [cornersOf(square).map((corner) => [...toUnitSquare(corner)])];
  const properties = Object.fromEntries(Object.entries(square.properties).filter(([, value]) => value !== null));
  return { type: 'Feature', id: square.id, geometry: { type: 'Polygon', coordinates }, properties };
}
