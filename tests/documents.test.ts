import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'migrations/README.md',
  'data/README.md',
  'web/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (path: string) => readFileSync(path, 'utf8');

describe('the documents', () => {
  it('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm (?:run )?(start|test|[a-z]+)(?= |`|\n|,|$)/g)]
        .filter(([whole]) => /npm run|npm (start|test)/.test(whole))
        .map(([, name = '']) => `${file}: ${name}`),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((line) => !((line.split(': ')[1] as string) in scripts))).toEqual([]);
  });

  it('link only to files that are there', () => {
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target = '']) => join(dirname(file), target))
        .filter((target) => !existsSync(target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('name every setting the server reads, and no other', () => {
    const settings = (text: string) =>
      new Set([...text.matchAll(/\b(PORT|HOST|EXAMPLE|DATA_DIR|[A-Z]+_[A-Z_]+)\b/g)].map(([name]) => name));
    const inConfig = settings(
      [...read('server/config.ts').matchAll(/env\['([A-Z_]+)'\]|'([A-Z]+_[A-Z_]+)'/g)]
        .map(([, a, b]) => a ?? b)
        .join(' '),
    );
    const table = read('README.md').split('## Settings')[1]?.split('\n## ')[0] ?? '';
    expect([...settings(table)].toSorted()).toEqual([...inConfig].toSorted());
  });

  it('start with Docker Compose only what the server knows', () => {
    const compose = read('docker-compose.yml');
    const given = [...(compose.split('  server:')[1] ?? '').matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name);
    expect(given.length).toBeGreaterThan(2);
    expect(given.filter((name) => !read('server/config.ts').includes(`'${name}'`))).toEqual([]);
    expect(compose).not.toMatch(/\t/);
  });

  it('name no machine path', () => {
    expect(documents.filter((file) => /\/(work|home|root|tmp)\//.test(read(file)))).toEqual([]);
  });
});
