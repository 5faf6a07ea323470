/** The lower left corner of a statistical square, EPSG:3006. */
export interface SquareCorner {
  readonly east_m: number;
  readonly north_m: number;
}

/** Sizes that squares are published in. */
const sizes_m = [100, 125, 200, 250, 500, 1000, 2000, 5000, 10_000] as const;

/**
 * The corner in a square's name as Statistics Sweden writes it (Ruta: six figures east, seven north: "5300006580000"), also with
 * a mark between ("530000_6580000"), or in the European form ("1kmN6580E530", "N6580000E530000"); null for anything else.
 */
export function parseSquareId(text: string): SquareCorner | null {
  const plain = text.trim().replace(/\.0$/, '');
  const swedish = /^(\d{6})[-_ ,;:]?(\d{7})$/.exec(plain);
  if (swedish) return corner(Number(swedish[1]), Number(swedish[2]));
  const european = /^(?:CRS3006)?(?:RES)?(?:\d+k?m)?N(\d{4,7})E(\d{3,6})$/i.exec(plain);
  if (!european) return null;
  // In thousands of metres when short.
  const scale = (figures: string, whole: number) => Number(figures.padEnd(whole, '0'));
  return corner(scale(european[2] ?? '', 6), scale(european[1] ?? '', 7));
}

function corner(east_m: number, north_m: number): SquareCorner | null {
  const isInSweden = east_m >= 200_000 && east_m <= 1_000_000 && north_m >= 6_000_000 && north_m <= 7_800_000;
  return isInSweden ? { east_m, north_m } : null;
}

/** The largest size that all corners are multiples of and that keeps them apart; null when they fit none. */
export function squareSize_m(corners: readonly SquareCorner[]): number | null {
  if (corners.length === 0) return null;
  const fits = sizes_m.filter((size) => corners.every((c) => c.east_m % size === 0 && c.north_m % size === 0));
  return fits.at(-1) ?? null;
}
