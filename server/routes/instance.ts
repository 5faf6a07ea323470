import { Type } from 'typebox';
import type { Instance } from '#core/wire/instance.ts';
import { nobody } from '../db/gate.ts';
import { readSetting, type InstanceSetting } from '../db/instance.ts';
import { demoAccounts } from '../../data/example/people.ts';
import type { App, Deps } from '../http/deps.ts';

/** What the sign-in page says of the installation before anybody has signed in. */
export async function instanceRoutes(app: App, { gate, clock, config }: Deps): Promise<void> {
  app.get(
    '/api/instance',
    {
      schema: {
        tags: ['session'],
        summary: 'The installation',
        response: { 200: Type.Unsafe<Instance>({ type: 'object', additionalProperties: true }) },
      },
    },
    async (_request, reply) => {
      const setting = await gate.as(nobody, (tx) => readSetting<InstanceSetting>(tx, 'instance'));
      reply.header('cache-control', 'no-store');
      return {
        name: setting?.name ?? '',
        example: setting?.example ?? false,
        today: setting?.today ?? clock.now().toISOString().slice(0, 10),
        engine: gate.engine,
        bounds: setting?.bounds ?? null,
        demoAccounts: setting?.example ? demoAccounts : [],
        basemapStyleUrl: config.basemapStyleUrl,
        basemapWmsUrl: config.basemapWmsUrl,
      };
    },
  );
}
