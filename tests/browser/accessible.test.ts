import { test } from 'vitest';
import { desktop, phone } from '../helpers/browser.ts';
import { expectAccessible } from './axe.ts';
import { panel } from './find.ts';
import { mapDrawn } from './on-the-map.ts';
import { openStage } from './stage.ts';

const here = openStage();

/** Each place with something in it, and what opens in it. The import page's states are looked at where they come about. */
const pages = [
  { who: 'planerare', path: '/tackning', opens: /^Hamnkajen/ },
  { who: 'planerare', path: '/platser' },
  { who: 'planerare', path: '/kamerapunkter' },
  { who: 'polis', path: '/kamerapunkter', opens: /KP-01/ },
  { who: 'analytiker', path: '/omraden', opens: /^Lugnvik/ },
  { who: 'analytiker', path: '/data#lager=crime-squares,zones' },
  { who: 'administrator', path: '/data#f.tab=kept' },
  { who: 'planerare', path: '/data#f.tab=access' },
  { who: 'granskare', path: '/data' },
] as const;

for (const viewport of [desktop, phone]) {
  test(`every place can be used without eyes and without a mouse, ${viewport.width} pixels wide`, async () => {
    const people = new Map<string, Awaited<ReturnType<typeof here.enter>>>();
    for (const { who, path, ...then } of pages) {
      const person = people.get(who) ?? (await here.enter(who, { viewport }));
      people.set(who, person);
      const { page } = person;
      await page.goto(`${here.address()}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await mapDrawn(page);
      await expectAccessible(page, `${who} at ${path}`);
      if (!('opens' in then)) continue;
      await panel(page).getByRole('button', { name: then.opens }).first().click();
      await page
        .getByRole('heading', { level: 1, name: then.opens })
        .or(page.getByText(then.opens).first())
        .first()
        .waitFor();
      await mapDrawn(page);
      await expectAccessible(page, `${who} at ${path}, with something open`);
    }
  });
}
