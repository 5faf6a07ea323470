import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: a folder, and the folders (of this repository) its files may reach. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'server/core': ['server/core'],
  'server/db': ['server/core', 'server/db', 'server/config.ts'],
  'server/http': ['server/core', 'server/db', 'server/http', 'server/config.ts'],
  'server/ogc': ['server/core', 'server/db', 'server/http', 'server/ogc', 'server/config.ts'],
  'server/suggestions': ['server/core', 'server/db', 'server/http', 'server/suggestions'],
  'server/routes': [
    'server/suggestions',
    'server/core',
    'server/db',
    'server/http',
    'server/imports',
    'server/reports',
    'server/routes',
    'server/config.ts',
    'data/example/people.ts',
  ],
  'server/keep': ['server/core', 'server/db', 'server/imports', 'server/keep'],
  'server/imports': ['server/core', 'server/db', 'server/imports', 'server/config.ts'],
  'server/reports': ['server/core', 'server/db', 'server/http', 'server/reports', 'server/imports'],
  'web/ui': ['web/ui'],
  'web/map': ['server/core', 'web/ui', 'web/map'],
  'web/api': ['server/core', 'web/api'],
  'web/state': ['server/core', 'web/state'],
  'web/text': ['server/core', 'web/text'],
  'web/panels': ['server/core', 'web/api', 'web/map', 'web/ui', 'web/text', 'web/state', 'web/panels'],
};

/** Words that stand in one place only, so that a reviewer knows where to look. */
const onlyIn: readonly {
  readonly word: RegExp;
  readonly says: string;
  readonly under: string;
  readonly allowed: (file: string) => boolean;
}[] = [
  {
    word: /set_config\('role'|set local role|set role/i,
    says: 'the role switch',
    under: 'server',
    allowed: (file) => /^server\/db\/(postgres\.ts|embedded\.worker\.mjs|migrate\.ts)$/.test(file),
  },
  { word: /\bprocess\.env\b/, says: 'process.env', under: 'server', allowed: (file) => file === 'server/config.ts' },
  { word: /\bfetch\(/, says: 'fetch(', under: 'web', allowed: (file) => file === 'web/api/client.ts' },
  { word: /from 'maplibre-gl/, says: 'maplibre-gl', under: 'web', allowed: (file) => file.startsWith('web/map/') },
  {
    word: /from 'pg'|@electric-sql/,
    says: 'a database driver',
    under: 'server',
    allowed: (file) => /^server\/db\/(postgres|parsers|embedded)\b/.test(file),
  },
];

const files = ['server', 'web'].flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

describe('architecture', () => {
  it('finds the files it is to judge', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(mayImport))('%s imports only what it may', (folder, allowed) => {
    const wrong = files
      .filter((file) => file.startsWith(`${folder}/`))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed.some((place) => target === place || target.startsWith(`${place}/`)))
          .map((target) => `${file} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('lets nothing in server import web', () => {
    expect(
      files
        .filter((file) => file.startsWith('server/'))
        .flatMap((file) => importsOf(file).filter((target) => target.startsWith('web/'))),
    ).toEqual([]);
  });

  it.each(onlyIn)('keeps $says in its place', ({ word, under, allowed }) => {
    expect(
      files.filter((file) => file.startsWith(under) && !allowed(file) && word.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });

  it('has no file above 300 lines without a reason in its first comment', () => {
    const long = files.filter((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.length > 300 && !/^(\/\/|\/\*).*(long|lång|one table)/i.test(lines.slice(0, 4).join(' '));
    });
    expect(long).toEqual([]);
  });
});

/** The repository's own files that a file imports, statically or not. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([.#][^'?]+)/g)].map(([, path = '']) =>
    path.startsWith('#core/') ? normalize(`server/core/${path.slice(6)}`) : normalize(join(dirname(file), path)),
  );
  // Pictures and style sheets are nobody's layer.
  return found.filter((target) => /\.(ts|tsx|mjs)$/.test(target));
}
