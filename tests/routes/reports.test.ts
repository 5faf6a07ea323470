import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import Fastify from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection } from 'geojson';
import type initGdalJs from 'gdal3.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../server/config.ts';
import { openSession } from '../../server/db/accounts.ts';
import { sql } from '../../server/db/sql.ts';
import { installProblems, type HttpProblem } from '../../server/http/problems.ts';
import { digest, makeViewerOf } from '../../server/http/viewer.ts';
import { reportRoutes } from '../../server/routes/reports.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { account, crimesInA, loadFixture, type Fixture } from '../reports/fixture.ts';

/** Version 0.7.0 of Typst's package has a binary for Linux on x64 only: elsewhere report.pdf answers 503, and its tests are skipped. */
const hasTypst = (() => {
  try {
    createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
    return true;
  } catch {
    return false;
  }
})();
const formats = hasTypst ? ['pdf', 'csv', 'gpkg'] : ['csv', 'gpkg'];

const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describeOnBothEngines('area reports', (open) => {
  let database: TestDatabase;
  let fixture: Fixture;
  let app: Awaited<ReturnType<typeof serve>>;
  const folder = mkdtempSync(join(tmpdir(), 'kp-reports-'));

  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate);
    await signInAll(database);
    app = await serve(database);
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (file: string, who: keyof typeof account | null = 'analyst', areaId = fixture.areaA) =>
    app.inject({ url: `/api/areas/${areaId}/${file}`, headers: who ? { cookie: `kamerapunkt=${secretOf(who)}` } : {} });
  const pdf = async (query: string) => {
    const reply = await get(`report.pdf${query}`);
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
    const path = join(folder, 'report.pdf');
    writeFileSync(path, reply.rawPayload);
    const run = (program: string, ...options: string[]) =>
      execFileSync(program, [...options, path, ...(program === 'pdftotext' ? ['-'] : [])], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    return {
      info: run('pdfinfo'),
      fonts: run('pdffonts'),
      text: run('pdftotext', '-layout').replaceAll('\u00a0', ' '),
      bytes: reply.rawPayload,
    };
  };

  it.each(formats)('gives %s to those who may export and to nobody else', async (extension) => {
    expect((await get(`report.${extension}`, null)).statusCode).toBe(401);
    expect((await get(`report.${extension}`, 'reviewer')).statusCode).toBe(403);
    expect((await get(`report.${extension}`, 'analyst', 999_999)).statusCode).toBe(404);
    const reply = await get(`report.${extension}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="omrade-01-2024.${extension}"`);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it.each(formats)('gives the same bytes of %s for the same data, whenever and to whomever', async (extension) => {
    const first = (await get(`report.${extension}`)).rawPayload;
    database.clock.moveTo('2026-10-01T09:30:00.000Z');
    // GeoPackage and PDF both know seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(first.equals((await get(`report.${extension}`)).rawPayload)).toBe(true);
    expect(first.equals((await get(`report.${extension}`, 'cleared')).rawPayload)).toBe(true);
    const other = (await get(`report.${extension}?year=2023`)).rawPayload;
    expect(first.equals(other)).toBe(false);
  });

  describe.skipIf(!hasPoppler || !hasTypst)(
    'as PDF (skipped where Typst has no binary or poppler-utils is not installed)',
    () => {
      it('is tagged, has its language and title, and only its own fonts, embedded', async () => {
        const { info, fonts, bytes } = await pdf('?lang=sv');
        expect(info).toMatch(/Title:\s+Områdesrapport: Åkern/);
        expect(info).toMatch(/Author:\s+Provköping/);
        expect(info).toMatch(/Tagged:\s+yes/);
        expect(info).toMatch(/CreationDate:\s+Thu Mar 12 .*2026/);
        expect(bytes.toString('latin1')).toMatch(/\/Lang ?\(sv/);
        const rows = fonts.trim().split('\n').slice(2);
        expect(rows.length).toBeGreaterThan(1);
        for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+SourceSans3-\w+ .* yes yes yes /);
      });

      it('says in Swedish what is known, from where, and what is not told', async () => {
        const { text } = await pdf('?year=2024&lang=sv');
        for (const sentence of [
          'Områdesrapport',
          'Delområden, kod 01 · avser 2024 · underlag per 2026-03-12',
          'Räknat på de kameror som du har behörighet att se',
          'Maskerade och hemliga platser redovisas inte per område.',
          'Exakt placering bedöms vara sekretessbelagd (18 kap. 8 § OSL, Tekniska nämnden). Visas som ruta, 500 m × 500 m.',
          'Redovisat utan behörighet.',
          'över 2,10: hög generell problemnivå',
          'Källa: Polisens trygghetsmätning. Finhet: område och år, höstens mätning. Period: 2021–2024. Svarsfrekvens 2024: 53 %.',
          'Källa: Polisens anmälda brott. Finhet: punkter, räknade per område. Period: 2022–2024. 93 % av källans poster',
          '* Källan omfattar bara en del av året: 2024-03-01–2024-12-31.',
          'Mittpunkter redovisas inte',
          'Kamerorna i drift har 3 200 m² av områdets mark i bild, 0,3 % av arealen.',
          'Kartunderlag: © Baskartan; © Provköpings områden.',
          'Skala 1:10 000',
        ])
          expect(text.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '));
        expect(text).toMatch(/Samlat problemindex +2,27 +2,41 +– +2,10 +2,30 +\.\. +190/);
        expect(text).toMatch(/Narkotikabrott +0 +7 +< ?5/);
        expect(text).toMatch(/Fordonsbrott +0 +5 +12/);
        expect(text).toMatch(/Ordningsstörningar +9/);
        expect(text).toMatch(/Öppna kameror, alla +3 +1 +0/);
        expect(text).toMatch(/Belysning +Ny belysning \? +2024-09-01 +pågår/);
      });

      it('says it in English, and only what had happened by an earlier year', async () => {
        const { text, info } = await pdf('?year=2022&lang=en');
        expect(info).toMatch(/Title:\s+Area report: Åkern/);
        expect(text).toContain('for 2022 · data as of 2026-03-12');
        expect(text).toMatch(/Overall problem index +2\.27 +2\.41 +205/);
        expect(text).not.toMatch(/Drug offences .*7/);
        expect(text).toMatch(/Security guards +Ordningsvakter +2021-01-01 +2022-12-31/);
      });

      it('names nothing that is masked, withheld, not opened or the police’s', async () => {
        const { text } = await pdf('?lang=sv');
        for (const secret of [
          'Maskerad skola',
          'Utbildningsnämnden',
          'Maskerad"',
          '=Maskerad',
          'Undanhållen',
          'Egen ej öppnad',
          'KP-17',
          'Polismyndigheten',
        ])
          expect(text).not.toContain(secret);
      });
    },
  );

  it('gives as CSV the figures that plain SQL gives, in the language’s own spelling', async () => {
    const reply = await get('report.csv?lang=sv');
    expect(reply.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(reply.body, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    const find = (part: Record<string, string>) =>
      rows
        .filter((row) => Object.entries(part).every(([key, value]) => row[key] === value))
        .map((row) => [row['Värde'], row['Status']]);
    expect(find({ Kod: 'overall', Grupp: '', År: '2022' })).toEqual([['2,41', '']]);
    expect(find({ Kod: 'overall', Grupp: 'Män', År: '2024' })).toEqual([['', 'för få svar']]);
    expect(find({ Kod: 'overall', Grupp: '', År: '2023' })).toEqual([['', 'uppgift saknas']]);
    for (const [category, years] of Object.entries(crimesInA.recorded))
      for (const [year, count] of Object.entries(years as Record<string, number>))
        expect(find({ Kod: category, År: year })).toEqual([
          count < 5 ? ['', 'färre än 5, redovisas inte'] : [String(count), ''],
        ]);
    expect(find({ Kod: 'coverage' })).toEqual([['3200', '']]);
    expect(find({ Kod: 'coverage_share' })).toEqual([['0,0032', '']]);
    expect(new Set(rows.map((row) => row['Underlag per']))).toEqual(new Set(['2026-03-12']));
    expect(new Set(rows.map((row) => row['Behörighet']))).toEqual(
      new Set(['utan behörighet; maskerade och hemliga platser ingår inte']),
    );
    expect(reply.body).not.toMatch(/Maskerad|Undanhållen|Egen ej/);

    const english = await get('report.csv?lang=en&bom=false');
    expect(english.rawPayload[0]).not.toBe(0xef);
    const read = parse(english.body, { columns: true }) as Record<string, string>[];
    expect(read.find((row) => row['Code'] === 'overall' && row['Year'] === '2022')?.['Value']).toBe('2.41');
  });

  it('gives a GeoPackage of the area, the open cameras and the table', async () => {
    const reply = await get('report.gpkg', 'analyst', fixture.areaA);
    const layers = await readGeoPackage(reply.rawPayload);
    expect(layers['area']).toMatchObject([
      {
        code: '01',
        name: 'Åkern',
        report_year: 2024,
        overall_index: 2.1,
        open_cameras_in_operation: 3,
        open_coverage_m2: 3200,
      },
    ]);
    expect(layers['cameras']?.map((row) => [row['name'], row['status']])).toEqual([
      ['Öppen planerad', 'planned'],
      ['Öppen vid gränsen', 'in_operation'],
      ['Öppen ett', 'in_operation'],
      ['Öppen två, överlappar', 'in_operation'],
    ]);
    const missing = layers['figures']?.find((row) => row['code'] === 'overall' && row['year'] === 2023);
    expect(missing).toMatchObject({ value: null, status: 'missing' });
    expect(layers['figures']?.find((row) => row['code'] === 'drug' && row['year'] === 2024)).toMatchObject({
      value: null,
      status: 'suppressed',
    });
    expect(layers['figures']?.find((row) => row['code'] === 'drug' && row['year'] === 2022)).toMatchObject({
      value: 0,
    });
    expect(reply.rawPayload.includes(Buffer.from('Undanhållen'))).toBe(false);
    expect(reply.rawPayload.includes(Buffer.from('Maskerad'))).toBe(false);
  });

  it.skipIf(!hasTypst)('drops the reports of clients who have hung up, and logs no failure', async () => {
    const outcomes: string[] = [];
    const server = await serve(database, (error) => outcomes.push((error as HttpProblem).code));
    await server.listen({ port: 0, host: '127.0.0.1' });
    try {
      const url = `${server.listeningOrigin}/api/areas/${fixture.areaA}/report.pdf`;
      const headers = { cookie: `kamerapunkt=${secretOf('analyst')}` };
      const controller = new AbortController();
      const asked = Array.from({ length: 12 }, () => fetch(url, { headers, signal: controller.signal }));
      await Promise.race(asked);
      controller.abort();
      const left = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
      expect(left.length).toBeGreaterThan(5);
      const after = await fetch(url, { headers });
      expect(after.status).toBe(200);
      await after.arrayBuffer();
      await expect.poll(() => outcomes.length).toBeGreaterThan(5);
      expect(new Set(outcomes)).toEqual(new Set(['cancelled']));
    } finally {
      // fetch opens new connections in place of the aborted ones and leaves them unused: Node counts those as busy.
      server.server.closeAllConnections();
      await server.close();
    }
  });

  it('moves no byte when a secret row is written', async () => {
    const all = () =>
      Promise.all(
        formats.map(async (extension) => {
          const reply = await get(`report.${extension}`);
          expect(reply.statusCode).toBe(200);
          return reply.rawPayload;
        }),
      );
    const before = await all();
    await database.gate.service('importer', async (tx) => {
      const moved = await tx.query(sql`
        update secret.position p set geom = st_translate(p.geom, 40, 30)
        where p.subject_id in (select c.id from secret.camera c join secret.secrecy_marking m on m.site_id = c.site_id
          union select m.site_id from secret.secrecy_marking m where m.site_id is not null union select m.planned_mount_id from secret.secrecy_marking m where m.planned_mount_id is not null)
        returning 1`);
      expect(moved).toHaveLength(9);
      await tx.query(sql`update app.source set loaded_at = '2026-09-20T08:00:00Z' where kind = 'cameras'`);
    });
    const after = await all();
    expect(before.map((bytes, index) => bytes.equals(after[index]!))).toEqual(formats.map(() => true));
  });
});

/** Every layer's rows without geometry, read back by GDAL. */
async function readGeoPackage(bytes: Uint8Array): Promise<Record<string, Record<string, unknown>[]>> {
  const require = createRequire(import.meta.url);
  const gdal = await (require('gdal3.js/node.js') as typeof initGdalJs)({
    path: relative(process.cwd(), join(dirname(require.resolve('gdal3.js/node.js')), 'dist/package')),
    logHandler: () => {},
    errorHandler: (line: string) => {
      throw new Error(line);
    },
  });
  const { FS } = (gdal as unknown as { Module: object }).Module as {
    FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  };
  FS.writeFile('/input/report.gpkg', bytes);
  const { datasets } = await gdal.open('/input/report.gpkg');
  const layers: Record<string, Record<string, unknown>[]> = {};
  for (const layer of ['area', 'cameras', 'figures']) {
    const written = await gdal.ogr2ogr(datasets[0]!, ['-f', 'GeoJSON', layer], layer);
    const collection = JSON.parse(Buffer.from(FS.readFile(written.local)).toString('utf8')) as FeatureCollection;
    layers[layer] = collection.features.map((feature) => feature.properties ?? {});
  }
  await gdal.close(datasets[0]!);
  return layers;
}

const secretOf = (who: keyof typeof account) => who.padEnd(43, 'x');

async function signInAll(database: TestDatabase) {
  for (const who of Object.keys(account) as (keyof typeof account)[])
    await database.gate.service('session', (tx) =>
      openSession(tx, digest(secretOf(who)), account[who], database.clock.now(), new Date('2026-10-01T20:00:00Z')),
    );
}

async function serve(database: TestDatabase, onError: (error: Error) => void = () => {}) {
  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>();
  const deps = { gate: database.gate, clock: database.clock, config: {} as Config };
  installProblems(app);
  app.addHook('onError', async (_request, _reply, error) => onError(error));
  await reportRoutes(app, { ...deps, viewerOf: makeViewerOf(deps) });
  return app;
}
