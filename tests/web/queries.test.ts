import { expect, test } from 'vitest';
import { addressOf } from '../../web/api/client.ts';
import { queries } from '../../web/api/queries.ts';

test('a key begins with its noun and tells what is asked for', () => {
  expect([
    queries.sites().queryKey,
    queries.sites({ uncleared: true }).queryKey,
    queries.overlay({ uncleared: true }).queryKey,
    queries.plannedMounts().queryKey,
    queries.areaSummary({ id: 3, year: 2025 }).queryKey,
    queries.surveyValues({ indicator: 'overall', year: 2025 }).queryKey,
    queries.search({ words: 'stor', locale: 'sv' }).queryKey,
    queries.suggestionRun('r').queryKey,
  ]).toMatchInlineSnapshot(`
    [
      [
        "sites",
        {
          "uncleared": false,
        },
      ],
      [
        "sites",
        {
          "uncleared": true,
        },
      ],
      [
        "overlay",
        {
          "uncleared": true,
        },
      ],
      [
        "planned-mounts",
        {
          "uncleared": false,
        },
      ],
      [
        "areas",
        3,
        {
          "year": 2025,
        },
      ],
      [
        "survey",
        "values",
        {
          "indicator": "overall",
          "respondents": "all",
          "year": 2025,
        },
      ],
      [
        "search",
        {
          "locale": "sv",
          "words": "stor",
        },
      ],
      [
        "suggestion-runs",
        "r",
      ],
    ]
  `);
});

test('what is secret is not kept when nobody looks at it', () => {
  expect(queries.overlay().gcTime).toBe(0);
  expect(queries.plannedMounts().gcTime).toBe(0);
});

test('nothing is asked before there is something to ask', () => {
  expect(queries.search({ words: 'a', locale: 'sv' }).enabled).toBe(false);
  expect(queries.surveyValues({ indicator: null, year: 2025 }).enabled).toBe(false);
  expect(queries.suggestionRun(null).enabled).toBe(false);
});

test('an address leaves out what is not said', () => {
  expect(addressOf('/api/overlay', { uncleared: false, q: undefined, year: null })).toBe('/api/overlay');
  expect(addressOf('/api/search', { uncleared: true, q: 'å & b', year: 0 })).toBe(
    '/api/search?uncleared=1&q=%C3%A5+%26+b&year=0',
  );
});
