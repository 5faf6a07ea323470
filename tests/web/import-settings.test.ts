import { expect, test } from 'vitest';
import type { ImportDescription, ImportSettings } from '#core/wire/imports.ts';
import {
  settingsToKeep,
  unanswered,
  withColumn,
  withKind,
  withLayer,
  withOption,
  withProposal,
} from '../../web/panels/data/imports/edit-settings.ts';

const settings: ImportSettings = {
  kind: 'survey',
  source: 'Mätningen',
  crs: 3011,
  encoding: 'ISO-8859-1',
  layer: 'Blad1',
  headingRow: 3,
  mapping: { area: 'Område', year: 'År' },
  options: { set: 'delomraden' },
};

const description: ImportDescription = {
  format: 'CSV',
  encoding: 'UTF-8',
  delimiter: ';',
  headingRow: 1,
  layers: [],
  layer: null,
  crs: null,
  kind: 'survey',
  likelyKinds: [],
  source: 'Mätningen',
  fields: [
    { field: 'area', required: true, column: 'Område', guessed: true, examples: [] },
    { field: 'value', required: true, column: null, guessed: false, examples: [] },
    { field: 'round', required: false, column: null, guessed: false, examples: [] },
  ],
  options: [
    { name: 'set', required: true, choices: null, value: null },
    { name: 'licence', required: false, choices: null, value: null },
  ],
  header: [],
  rows: [],
  notStored: [],
  findings: [],
  places: [],
  outlines: [],
  usedMapping: null,
};

test('another kind forgets its fields and choices, and keeps how the file is read', () => {
  const { mapping: _, options: __, ...reading } = settings;
  expect(withKind(settings, 'areas')).toEqual({ ...reading, kind: 'areas' });
});

test('another layer has other columns and another heading row', () => {
  expect(withLayer(settings, 'Blad2')).toEqual({
    kind: 'survey',
    source: 'Mätningen',
    crs: 3011,
    encoding: 'ISO-8859-1',
    layer: 'Blad2',
    options: { set: 'delomraden' },
  });
});

test('a field is taken from a column or from none', () => {
  expect(withColumn(settings, 'year', 'Mätår').mapping).toEqual({ area: 'Område', year: 'Mätår' });
  expect(withColumn(settings, 'year', null).mapping).toEqual({ area: 'Område', year: null });
  expect(withColumn({}, 'year', 'År').mapping).toEqual({ year: 'År' });
});

test('an empty choice is sent as such, beside all the others: the server keeps nothing of what was said before', () => {
  expect(withOption(settings, 'set', '').options).toEqual({ set: '' });
  expect(withOption(settings, 'licence', 'CC0').options).toEqual({ set: 'delomraden', licence: 'CC0' });
});

test('a proposal changes what it speaks of and nothing else', () => {
  expect(withProposal(settings, { crs: 3012, mapping: { year: 'Mätår' }, options: { totals: 'skip' } })).toEqual({
    ...settings,
    crs: 3012,
    mapping: { area: 'Område', year: 'Mätår' },
    options: { set: 'delomraden', totals: 'skip' },
  });
  expect(withProposal({}, { swapAxes: true })).toEqual({ swapAxes: true });
});

test('for next year the columns are kept as they are now, guessed or not, without the file’s own sheet', () => {
  const kept = settingsToKeep(description, settings);
  expect(kept.mapping).toEqual({ area: 'Område', value: null, round: null });
  expect('layer' in kept).toBe(false);
  expect(kept).toMatchObject({ kind: 'survey', crs: 3011, options: { set: 'delomraden' } });
});

test('what must be answered first is named', () => {
  expect(unanswered(description)).toEqual({ fields: ['value'], options: ['set'] });
});
