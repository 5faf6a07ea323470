import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import Fastify, { LogController, type RouteOptions } from 'fastify';
import fastifyStatic from '@fastify/static';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Deps } from './http/deps.ts';
import { collectRoutes } from './http/openapi.ts';
import { installProblems } from './http/problems.ts';
import { installSecurity } from './http/security.ts';
import { makeViewerOf } from './http/viewer.ts';
import { ogcRoutes } from './ogc/routes.ts';
import { areaRoutes } from './routes/areas.ts';
import { auditRoutes } from './routes/audit.ts';
import { cameraRoutes } from './routes/cameras.ts';
import { makeDescribe } from './imports/page/describe.ts';
import { makeImportRunner } from './imports/page/runner.ts';
import { makeUploads } from './imports/page/uploads.ts';
import { healthRoutes } from './routes/health.ts';
import { importFileRoutes } from './routes/import-files.ts';
import { importMappingRoutes } from './routes/import-mappings.ts';
import { importRefusalRoutes } from './routes/import-refusals.ts';
import { importRoutes } from './routes/imports.ts';
import { instanceRoutes } from './routes/instance.ts';
import { keptDataRoutes } from './routes/kept-data.ts';
import { mountRoutes } from './routes/mounts.ts';
import { overlayRoutes } from './routes/overlay.ts';
import { reportRoutes } from './routes/reports.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { siteRoutes } from './routes/sites.ts';
import { sourceRoutes } from './routes/sources.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { surveyRoutes } from './routes/survey.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { withdrawalRoutes } from './routes/withdrawals.ts';

/** How often what nobody came back to is thrown away. */
const tidied_ms = 86_400_000;

const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url));

/** The application without a process: every route, in order, by hand. Tests call it and inject; main.ts listens. */
export async function buildApp(
  deps: Deps & { readonly log?: boolean; readonly onRoute?: (route: RouteOptions) => void },
) {
  const app = Fastify({
    logger: deps.log ? { level: 'info', redact: ['req.headers', 'req.url'] } : false,
    // One line a request would tell who looked where; failures are logged by http/problems.ts.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const viewerOf = makeViewerOf(deps);
  const given = { ...deps, viewerOf };
  const uploads = makeUploads(deps.config.dataDir);
  const runner = makeImportRunner(deps.gate, deps.clock, uploads);
  const tidying = setInterval(() => void runner.tidy().catch(() => {}), tidied_ms).unref();
  app.addHook('onReady', () => runner.tidy());
  app.addHook('onClose', () => (clearInterval(tidying), runner.close()));

  // What the OpenAPI document tells of: everything that is added from here on.
  const routes = collectRoutes(app);
  if (deps.onRoute) app.addHook('onRoute', deps.onRoute);
  installProblems(app);
  installSecurity(app);
  await healthRoutes(app, given);
  await instanceRoutes(app, given);
  await sessionRoutes(app, given);
  await tokenRoutes(app, given);
  await siteRoutes(app, given);
  await cameraRoutes(app, given);
  await mountRoutes(app, given);
  await overlayRoutes(app, given);
  await searchRoutes(app, given);
  await sourceRoutes(app, given);
  await withdrawalRoutes(app, given);
  await keptDataRoutes(app, given);
  await surveyRoutes(app, given);
  await areaRoutes(app, given);
  await suggestionRoutes(app, given);
  await importFileRoutes(app, { ...given, uploads });
  await importRoutes(app, { ...given, runner, uploads, describe: makeDescribe(deps.gate, uploads) });
  await importRefusalRoutes(app, given);
  await importMappingRoutes(app, given);
  await auditRoutes(app, given);
  await reportRoutes(app, given);
  await ogcRoutes(app, { ...given, routes });

  if (existsSync(webFolder)) {
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      preCompressed: true,
      maxAge: '1y',
      immutable: true,
      index: false,
    });
    // Every place of the interface is an address of its own, served by the one page.
    for (const url of [
      '/',
      '/logga-in',
      '/tackning',
      '/platser',
      '/kamerapunkter',
      '/omraden',
      '/omraden/*',
      '/data',
    ]) {
      app.get(url, { schema: { hide: true } as object }, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false }),
      );
    }
  }
  return app;
}
