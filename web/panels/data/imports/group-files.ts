/** Parts that a Shapefile cannot be read without, and those that may lie beside it. */
const needed = ['.shp', '.shx', '.dbf'] as const;
const beside = ['.prj', '.cpg', '.qpj', '.sbn', '.sbx', '.qix', '.shp.xml'] as const;

/** Files that are one import. */
export interface FileGroup<Named> {
  readonly name: string;
  readonly files: readonly Named[];
  /** Endings of the parts that are missing: the import would fail. */
  readonly missing: readonly string[];
}

/**
 * Puts the parts of a Shapefile together, by the name before the ending; every other file is an import of its own. The
 * order is that in which the files were given.
 */
export function groupFiles<Named extends { readonly name: string }>(
  files: readonly Named[],
): readonly FileGroup<Named>[] {
  const groups = new Map<string, Named[]>();
  for (const [order, file] of files.entries()) {
    const part = partOf(file.name);
    // A lone table or projection is what it is: only what lies beside other parts is a part.
    const isPart = part !== null && files.some((other) => other !== file && partOf(other.name)?.stem === part.stem);
    const key = isPart ? `shape ${part.stem}` : part?.ending === '.shp' ? `shape ${part.stem}` : `file ${order}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups].map(([key, own]) => {
    const endings = own.map(({ name }) => partOf(name)?.ending);
    const missing = key.startsWith('shape ') ? needed.filter((ending) => !endings.includes(ending)) : [];
    const named = own.find(({ name }) => partOf(name)?.ending === '.shp') ?? own[0]!;
    return { name: named.name, files: own, missing };
  });
}

function partOf(name: string): { readonly stem: string; readonly ending: string } | null {
  const lower = name.toLowerCase();
  const ending = [...beside.toReversed(), ...needed].find((one) => lower.endsWith(one));
  return ending ? { stem: lower.slice(0, -ending.length), ending } : null;
}
