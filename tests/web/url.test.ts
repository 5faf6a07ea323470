import { expect, test } from 'vitest';
import { emptyAddress, places, readAddress, writeAddress, type Address } from '../../web/state/url.ts';

const whole: Address = {
  place: 'areas',
  view: { lat: 57.210341, lon: 15.402129, zoom: 14.23, turned_deg: -12.4 },
  layers: [
    { id: 'survey', opacity_percent: 60 },
    { id: 'cameras', opacity_percent: 100 },
  ],
  year: 2025,
  filter: { indicator: 'overall', 'words & such': 'å ä ö = ?' },
  selection: { kind: 'area', id: '17' },
  uncleared: true,
};

function read(written: string): Address {
  const [path = '', fragment = ''] = written.split('#');
  return readAddress(path, fragment);
}

test('every part of an address has one way to be written', () => {
  expect(writeAddress(whole)).toMatchInlineSnapshot(
    `"/omraden#vy=57.21034,15.40213,14.2,-12&lager=survey.60,cameras&ar=2025&f.indicator=overall&f.words%20%26%20such=%C3%A5%20%C3%A4%20%C3%B6%20%3D%20%3F&val=area.17&utan=1"`,
  );
  expect(places.map((place) => writeAddress({ ...emptyAddress, place }))).toMatchInlineSnapshot(`
    [
      "/tackning",
      "/platser",
      "/kamerapunkter",
      "/omraden",
      "/data",
    ]
  `);
  expect(writeAddress(emptyAddress)).toBe('/');
});

test('what is written is read back', () => {
  expect(read(writeAddress(whole))).toEqual({
    ...whole,
    view: { lat: 57.21034, lon: 15.40213, zoom: 14.2, turned_deg: -12 },
  });
  expect(read(writeAddress(emptyAddress))).toEqual(emptyAddress);
  expect(read(writeAddress({ ...emptyAddress, layers: [] })).layers).toEqual([]);
});

test('nothing but the place ever reaches a server', () => {
  expect(writeAddress(whole).split('#')[0]).toBe('/omraden');
});

test('what cannot be read is left out and the rest is kept', () => {
  expect(readAddress('/nowhere', '')).toEqual(emptyAddress);
  expect(readAddress('/tackning', '#vy=91,15,14&ar=2025').view).toBeNull();
  expect(readAddress('/tackning', '#vy=57,15&ar=2025').year).toBe(2025);
  expect(readAddress('/tackning', '#vy=57,15,14,0,9').view).toBeNull();
  expect(readAddress('/tackning', '#ar=1066').year).toBeNull();
  expect(readAddress('/tackning', '#val=dragon.1').selection).toBeNull();
  expect(readAddress('/tackning', '#val=area.').selection).toBeNull();
  expect(readAddress('/tackning', '#lager=cameras.0,COVERAGE,survey.250').layers).toEqual([
    { id: 'cameras', opacity_percent: 1 },
    { id: 'survey', opacity_percent: 100 },
  ]);
});
