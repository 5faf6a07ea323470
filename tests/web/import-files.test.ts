import { expect, test } from 'vitest';
import { groupFiles } from '../../web/panels/data/imports/group-files.ts';

const files = (...names: string[]) => names.map((name) => ({ name }));
const grouped = (...names: string[]) =>
  groupFiles(files(...names)).map(({ name, files: own, missing }) => ({ name, parts: own.length, missing }));

test('the parts of a Shapefile are one import, whatever their order and letters', () => {
  expect(
    grouped('Omraden.DBF', 'brott.csv', 'omraden.shp', 'OMRADEN.shx', 'omraden.prj', 'omraden.cpg', 'omraden.shp.xml'),
  ).toEqual([
    { name: 'omraden.shp', parts: 6, missing: [] },
    { name: 'brott.csv', parts: 1, missing: [] },
  ]);
});

test('two Shapefiles stay two', () => {
  expect(grouped('a.shp', 'b.shp', 'a.dbf', 'b.dbf', 'a.shx', 'b.shx')).toEqual([
    { name: 'a.shp', parts: 3, missing: [] },
    { name: 'b.shp', parts: 3, missing: [] },
  ]);
});

test('a Shapefile that lacks a part says which, before anything is sent', () => {
  expect(grouped('a.shp', 'a.prj')).toEqual([{ name: 'a.shp', parts: 2, missing: ['.shx', '.dbf'] }]);
  expect(grouped('a.shp')).toEqual([{ name: 'a.shp', parts: 1, missing: ['.shx', '.dbf'] }]);
  expect(grouped('a.dbf', 'a.shx')).toEqual([{ name: 'a.dbf', parts: 2, missing: ['.shp'] }]);
});

test('every other file is an import of its own, also with the same name or ending', () => {
  expect(grouped('a.csv', 'a.xlsx', 'b.csv', 'register.dbf', 'a.csv')).toEqual(
    ['a.csv', 'a.xlsx', 'b.csv', 'register.dbf', 'a.csv'].map((name) => ({ name, parts: 1, missing: [] })),
  );
});
