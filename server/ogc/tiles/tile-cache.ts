import { createHash } from 'node:crypto';

/** A finished tile; null bytes is an empty one. */
export interface CachedTile {
  readonly bytes: Buffer | null;
  /** Strong: the digest of the bytes. */
  readonly etag: string;
}

const emptyTile: CachedTile = { bytes: null, etag: '"empty"' };

/** Keeps the tiles used last, up to so many bytes. */
export class TileCache {
  readonly #tiles = new Map<string, CachedTile>();
  #bytes = 0;

  constructor(readonly largest_bytes: number) {}

  get(key: string): CachedTile | undefined {
    const tile = this.#tiles.get(key);
    if (tile) {
      // A Map remembers the order of insertion: the first is the one unused for longest.
      this.#tiles.delete(key);
      this.#tiles.set(key, tile);
    }
    return tile;
  }

  put(key: string, bytes: Uint8Array | null): CachedTile {
    const tile = bytes
      ? { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), etag: etagOf(bytes) }
      : emptyTile;
    this.#tiles.set(key, tile);
    this.#bytes += cost(key, tile);
    for (const [oldest, old] of this.#tiles) {
      if (this.#bytes <= this.largest_bytes) break;
      this.#tiles.delete(oldest);
      this.#bytes -= cost(oldest, old);
    }
    return tile;
  }
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

/** What an entry holds besides its bytes is about this much. */
function cost(key: string, { bytes }: CachedTile): number {
  return 200 + key.length + (bytes?.byteLength ?? 0);
}
