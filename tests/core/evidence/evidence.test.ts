import { describe, expect, test } from 'vitest';
import { CRIME_TYPES } from '#core/evidence/crime-types.ts';
import { expectedEffect, isCameraRelevant } from '#core/evidence/effect.ts';
import { placeTypeOfTags } from '#core/evidence/place-type-of-tags.ts';
import { PLACE_TYPES, placeType, type PlaceType } from '#core/evidence/place-types.ts';
import { incidentCategories } from '#core/wire/layers.ts';

const types: readonly PlaceType[] = PLACE_TYPES;

describe('what research says', () => {
  test('by type of crime: figures only where they are confirmed', () => {
    expect(
      CRIME_TYPES.map(({ code, finding }) => [code, finding.kind === 'effect' ? finding.change : finding.kind]),
    ).toEqual([
      ['drug', -0.2],
      ['vehicle', -0.14],
      ['property', -0.14],
      ['violence', 'not_significant'],
      ['disorder', 'not_significant'],
      ['other', 'none_published'],
    ]);
    expect(CRIME_TYPES.map(({ code }) => code)).toEqual([...incidentCategories]);
    expect(incidentCategories.filter(isCameraRelevant)).toEqual(['drug', 'vehicle', 'property']);
  });

  test('by type of place: a figure for car parks alone', () => {
    const withFigure = types.filter(({ finding }) => finding.kind === 'effect').map(({ code }) => code);
    expect(withFigure).toEqual(['PARKING_GARAGE', 'PARKING_LOT']);
    expect(placeType('RESIDENTIAL').finding.kind).toBe('significant');
    expect(placeType('CITY_CENTRE').finding.kind).toBe('not_significant');
    expect(placeType('SCHOOL').finding.kind).toBe('none_published');
    expect(new Set(types.map(({ code }) => code)).size).toBe(types.length);
  });

  test('the law: a parking house is exempt for the purpose of crime only, an open lot is not', () => {
    expect(placeType('PARKING_GARAGE').exemption).toEqual({
      provision: '11 § 7 kamerabevakningslagen (2018:1200)',
      purposes: ['crime'],
    });
    expect(placeType('PARKING_LOT').exemption).toBeNull();
    expect(placeType('TRANSIT_STOP').exemption?.purposes).toEqual(['crime', 'public_order', 'accident']);
    expect(types.filter(({ exemption }) => exemption).map(({ code }) => code)).toEqual([
      'PARKING_GARAGE',
      'STATION',
      'TRANSIT_STOP',
    ]);
  });
});

describe('expectedEffect', () => {
  test('uses the weaker of two and shows both, never their product', () => {
    const effect = expectedEffect('PARKING_LOT', 'vehicle');
    expect(effect.change).toBe(-0.14);
    expect(effect.basis).toBe('weaker_of_two');
    expect(effect.byPlaceType).toMatchObject({ change: -0.51 });
    expect(effect.byCrimeType).toMatchObject({ change: -0.14, studies: 23 });
  });

  test('says so when the type of crime is the only one', () => {
    expect(expectedEffect('CITY_CENTRE', 'drug')).toMatchObject({ change: -0.2, basis: 'crime_type_only' });
    expect(expectedEffect('RESIDENTIAL', 'property')).toMatchObject({ change: -0.14, basis: 'crime_type_only' });
    expect(expectedEffect(null, 'property')).toMatchObject({ change: -0.14, byPlaceType: null });
  });

  test('violence and public order have none, wherever they happen', () => {
    for (const { code } of PLACE_TYPES) {
      for (const category of ['violence', 'disorder', 'other'] as const) {
        expect(expectedEffect(code, category)).toMatchObject({ change: 0, basis: 'none' });
      }
    }
  });
});

describe('placeTypeOfTags', () => {
  test.each([
    [{ amenity: 'parking', parking: 'multi-storey' }, 'PARKING_GARAGE'],
    [{ amenity: 'parking', parking: 'surface' }, 'PARKING_LOT'],
    [{ amenity: 'parking' }, 'PARKING_LOT'],
    [{ amenity: 'parking', parking: 'rooftop' }, null],
    [{ amenity: 'kindergarten' }, 'SCHOOL'],
    [{ highway: 'bus_stop', public_transport: 'platform' }, 'TRANSIT_STOP'],
    [{ railway: 'station' }, 'STATION'],
    [{ place: 'square', highway: 'pedestrian' }, 'CITY_CENTRE'],
    [{ leisure: 'park' }, 'PARK'],
    [{ landuse: 'residential' }, 'RESIDENTIAL'],
    [{ parking: 'surface' }, null],
    [{}, null],
  ])('takes %j as %s', (tags, code) => {
    expect(placeTypeOfTags(tags)).toBe(code);
  });
});
