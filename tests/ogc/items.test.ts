import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { corner, load, maskedPosition, maskedSite, openApp, openSite, withheldSite } from './fixture.ts';

interface Answer {
  features: {
    id: number | string;
    geometry: { type: string; coordinates: never };
    properties: Record<string, unknown>;
  }[];
  links: { rel: string; href: string }[];
  numberReturned: number;
  numberMatched?: number;
}

describeOnBothEngines('items', (open) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
    app = await openApp(database);
  });
  afterAll(async () => {
    await app.app.close();
    await database.close();
  });
  const items = async (path: string): Promise<Answer> => {
    const reply = await app.get(`/ogc/collections/${path}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json();
  };

  it('gives a page and the whole collection', async () => {
    const answer = await items('places/items');
    expect(answer).toMatchObject({ numberReturned: 60, numberMatched: 60 });
    expect(answer.features[0]).toMatchObject({ id: 1, properties: { placeType: 'parking', name: 'Plats 1' } });
  });

  it('shows an open camera, the masked one as its cell, and nothing of the withheld one', async () => {
    const { features } = await items('cameras/items');
    expect(features.map(({ id }) => id)).toEqual([maskedSite, openSite.replace('0c', '0e')]);
    expect(features[0]!.properties).toEqual({
      id: maskedSite,
      organisationId: '0a000000-0000-4000-8000-000000000001',
      shownAs: 'cell',
      cellSize_m: 500,
      provision: 'OSL 18:1',
      authority: 'Gatunämnden',
      decidedOn: '2026-02-01',
    });
    expect(features[0]!.geometry.type).toBe('Polygon');
  });
});
