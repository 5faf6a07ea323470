import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { categoryOf } from '../../../server/imports/incident-categories.ts';
import { realFile } from '../import-file.ts';

describe('categories of real names', () => {
  it.each([
    // Brå's statistics of reported crimes, whose names are chains of headings.
    ['Brott mot specialstraffrättsliga författningar, Brott mot narkotikastrafflagen', 'drug'],
    ['Brott mot brottsbalken, 8-12 kap. Brott mot förmögenhet, 12 kap. Skadegörelsebrott', 'property'],
    [
      'Brott mot brottsbalken, 8-12 kap. Brott mot förmögenhet, 8 kap. Stöld, rån m.m., därav cykeltillgrepp',
      'property',
    ],
    ['Brott mot brottsbalken, 8-12 kap. Brott mot förmögenhet, 8 kap. Stöld, rån m.m., därav biltillgrepp', 'vehicle'],
    [
      'Brott mot brottsbalken, 3-7 kap. Brott mot person, 3 kap. Brott mot liv och hälsa, därav misshandel inkl. grov',
      'violence',
    ],
    ['Narkotikabrott, eget bruk', 'drug'],
    ['Stöld ur motordrivet fordon', 'vehicle'],
    ['Inbrott i bil', 'vehicle'],
    ['Stöld genom inbrott i lägenhet', 'property'],
    ['Skadegörelse, klotter', 'property'],
    ['Skadegörelse på bil', 'vehicle'],
    ['Misshandel mot man 18 år eller äldre, utomhus, obekant', 'violence'],
    ['Rån mot privatperson', 'violence'],
    ['Hot mot tjänsteman', 'violence'],
    ['Våld i nära relation', 'violence'],
    ['Omhändertagande LOB', 'disorder'],
    ['Störande ungdomar vid torget', 'disorder'],
    ['Fylleri', 'disorder'],
    ['Rattfylleri', 'other'],
    ['Trafikolycka, vilt', 'other'],
    ['Brand automatlarm', 'other'],
    ['CRIMINAL_DAMAGE', 'property'],
    ['Anti-social behaviour', 'disorder'],
    ['Violence and sexual offences', 'violence'],
    ['auto theft', 'vehicle'],
    ['Ufo', null],
    ['', null],
  ])('%s is %s', (name, category) => expect(categoryOf(name)).toBe(category));

  const events = realFile('incidents/polisen_events.csv.gz');
  it.skipIf(events.isMissing)('know every type of event that polisen.se has told of (REAL_DATA)', () => {
    const rows = parse(gunzipSync(readFileSync(events.path)), { columns: true }) as Record<string, string>[];
    const types = new Set(rows.map(({ type = '' }) => type));
    expect([...types].filter((type) => categoryOf(type) === null)).toEqual([]);
  });
});
