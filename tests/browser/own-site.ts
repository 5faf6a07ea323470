import type { Page } from 'playwright-core';
import type { Camera, LonLat, Site } from '#core/wire/sites.ts';

/** A site of the committee whose planner is signed in on the page, with one planned camera that looks north. */
export async function ownSite(page: Page, address: string, name: string, position: LonLat) {
  const made = await page.request.post(`${address}/api/sites`, { data: { name, position } });
  const site = (await made.json()) as Site;
  const added = await page.request.post(`${address}/api/sites/${site.id}/cameras`, {
    data: {
      name: 'Kamera 1',
      kind: 'fixed',
      status: 'planned',
      bearing_deg: 0,
      angle_deg: 70,
      range_m: 40,
      height_m: 4,
      position,
    },
  });
  const camera = (await added.json()) as Camera;
  return { siteId: site.id, cameraId: camera.id };
}
