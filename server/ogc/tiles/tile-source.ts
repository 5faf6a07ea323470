import type { Bounds } from './layer.ts';
import type { TileAddress } from './make-tile.ts';

/** What the tiles of a collection are cut from, as it stands now. */
export interface TileSource {
  /** Digest of what is shown, and of nothing else. */
  readonly version: string;
  /** Names it among all whose tiles are cached. */
  readonly key: string;
  readonly bounds: Bounds | null;
  /** Lower edges of a density's bands, per km². */
  readonly levels?: readonly number[];
  /** Who gives it, and of when. */
  readonly attribution?: string;
  tile(address: TileAddress): Uint8Array | null | Promise<Uint8Array | null>;
}
