import { systems, type Epsg } from './systems.ts';
import { truths, type Truth } from './truth.ts';

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16' | 'latin1';

/** What a format leaves to choose. */
interface Format {
  readonly suits: readonly Truth['shape'][];
  readonly encodings: readonly Encoding[];
  readonly separators?: readonly string[];
  readonly decimals?: readonly string[];
  /** Left out: any. */
  readonly systems?: readonly Epsg[];
}

const text = {
  suits: ['point', 'table'],
  encodings: ['utf-8', 'utf-8 with mark', 'utf-16', 'latin1'],
  separators: [';', ',', '\t'],
  decimals: [',', '.'],
} as const;
const onMap = ['point', 'outline'] as const;

export const formats = {
  csv: text,
  'csv.gz': text,
  xlsx: { suits: ['point', 'table'], encodings: ['utf-8'] },
  gpkg: { suits: ['point', 'outline', 'table'], encodings: ['utf-8'] },
  // Other systems than degrees stand in the `crs` member that the format had once.
  geojson: { suits: onMap, encodings: ['utf-8', 'utf-8 with mark'] },
  'geojson.gz': { suits: onMap, encodings: ['utf-8'] },
  zip: { suits: onMap, encodings: ['utf-8', 'latin1'] },
  kml: { suits: onMap, encodings: ['utf-8'], systems: [4326] },
  fgb: { suits: onMap, encodings: ['utf-8'] },
} as const satisfies Readonly<Record<string, Format>>;
export type FormatName = keyof typeof formats;

/** One file of the matrix. */
export interface MatrixCell {
  readonly truth: Truth;
  readonly format: FormatName;
  /** Null: nothing in it has a place. */
  readonly epsg: Epsg | null;
  readonly encoding: Encoding;
  readonly separator: string | null;
  readonly decimal: string | null;
}

export const nameOf = ({ truth, format, epsg, encoding, separator, decimal }: MatrixCell): string =>
  [
    truth.kind,
    truth.shape,
    format,
    epsg ?? 'nowhere',
    encoding,
    JSON.stringify(separator),
    JSON.stringify(decimal),
  ].join(' ');

/** What must meet at least once: kind and format, kind and system, format and all of its habits, and those among themselves. */
function pairsOf({ truth, format, epsg, encoding, separator, decimal }: MatrixCell): string[] {
  const kind = `${truth.kind} ${truth.shape} ${truth.isNamesOnly ?? ''}`;
  return [
    [kind, format],
    [kind, epsg],
    [format, epsg],
    [format, encoding],
    [format, separator],
    [format, decimal],
    [encoding, separator],
    [encoding, decimal],
    [separator, decimal],
    [epsg, decimal],
  ].map((pair) => pair.join(' + '));
}

function everyCell(): MatrixCell[] {
  return truths.flatMap((truth) =>
    Object.entries(formats as Readonly<Record<FormatName, Format>>).flatMap(([format, form]) => {
      if (!form.suits.includes(truth.shape) || (format === 'kml') !== (truth.isNamesOnly ?? false)) return [];
      const places = truth.shape === 'table' ? [null] : (form.systems ?? systems.map(({ epsg }) => epsg));
      return places.flatMap((epsg) =>
        form.encodings.flatMap((encoding) =>
          (form.separators ?? [null]).flatMap((separator) =>
            (form.decimals ?? [null]).map((decimal) => ({
              truth,
              format: format as FormatName,
              epsg,
              encoding,
              separator,
              decimal,
            })),
          ),
        ),
      );
    }),
  );
}

/**
 * The files of the matrix, pairwise: of all that could be made (thousands) the fewest that a greedy choice finds in which
 * every two choices of `pairsOf` meet. A fault of a reader shows where two habits meet (a comma for decimals in a file
 * with commas between the columns); that three must meet for it was never seen, and would cost forty times as much.
 */
export function pairwiseCells(): MatrixCell[] {
  const left = everyCell().map((cell) => ({ cell, pairs: pairsOf(cell) }));
  const met = new Map<string, number>(left.flatMap(({ pairs }) => pairs.map((pair) => [pair, 0] as const)));
  const timesMet = (pairs: readonly string[]) => pairs.reduce((sum, pair) => sum + (met.get(pair) ?? 0), 0);
  const chosen: MatrixCell[] = [];
  while ([...met.values()].includes(0)) {
    // The most that have not met; of equals those that have met least.
    const worth = left.map(({ pairs }) => pairs.filter((pair) => met.get(pair) === 0).length - timesMet(pairs) / 1e6);
    const best = left[worth.indexOf(Math.max(...worth))];
    if (!best) break;
    for (const pair of best.pairs) met.set(pair, (met.get(pair) ?? 0) + 1);
    chosen.push(best.cell);
  }
  return chosen.toSorted((a, b) => truths.indexOf(a.truth) - truths.indexOf(b.truth));
}
