import { REVIEWS, type Finding } from './sources.ts';

/** What surveillance is for, as far as an exemption depends on it. */
export type Purpose = 'crime' | 'public_order' | 'accident';

/** A case where 8-10 §§ kamerabevakningslagen (2018:1200) do not apply. The duty to put up signs (15 §) stays. */
export type Exemption = { readonly provision: string; readonly purposes: readonly Purpose[] };

/** A key of OpenStreetMap with the values that count; `missing` when a place without the key counts too. */
export type TagRule = { readonly key: string; readonly values: readonly string[]; readonly missing?: true };

export type PlaceType = {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** A place is of this type when every rule of one of these lists holds. */
  readonly osm: readonly (readonly TagRule[])[];
  readonly finding: Finding;
  readonly exemption: Exemption | null;
  /** Children, faith, health: weighs heavily against surveillance (8 § third paragraph; IMY on schools, 2024). */
  readonly privacySensitive: boolean;
};

const nonePublished: Finding = { kind: 'none_published' };
const carParks: Finding = { kind: 'effect', change: -0.51, studies: null, review: REVIEWS.BRA_2007 };
const notSignificant2018: Finding = { kind: 'not_significant', studies: null, review: REVIEWS.BRA_2018 };
const stationExemption: Exemption = {
  provision: '11 § 5 b kamerabevakningslagen (2018:1200)',
  purposes: ['crime', 'public_order', 'accident'],
};

function tagged(key: string, ...values: string[]): readonly TagRule[] {
  return [{ key, values }];
}

/**
 * Types of places, the narrower before the wider: a place is of the first type that its tags fit. Car parks are the one
 * type with a confirmed size of effect (-51 %; the review of 2018 calls them largest and most consistent); houses and
 * open lots are one class in the research but two in the law.
 */
export const PLACE_TYPES = [
  {
    code: 'PARKING_GARAGE',
    nameSv: 'Parkeringshus',
    nameEn: 'Parking garage',
    osm: [[...tagged('amenity', 'parking'), ...tagged('parking', 'multi-storey', 'underground')]],
    finding: carParks,
    exemption: { provision: '11 § 7 kamerabevakningslagen (2018:1200)', purposes: ['crime'] },
    privacySensitive: false,
  },
  {
    code: 'PARKING_LOT',
    nameSv: 'Parkeringsplats',
    nameEn: 'Car park',
    osm: [
      [
        ...tagged('amenity', 'parking'),
        { key: 'parking', values: ['surface', 'street_side', 'lane', 'carports'], missing: true },
      ],
    ],
    finding: carParks,
    exemption: null,
    privacySensitive: false,
  },
  {
    code: 'BICYCLE_PARKING',
    nameSv: 'Cykelparkering',
    nameEn: 'Bicycle parking',
    osm: [tagged('amenity', 'bicycle_parking')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: false,
  },
  {
    code: 'STATION',
    nameSv: 'Station eller terminal',
    nameEn: 'Station or terminal',
    osm: [
      tagged('railway', 'station', 'halt'),
      tagged('public_transport', 'station'),
      tagged('amenity', 'bus_station', 'ferry_terminal'),
    ],
    finding: notSignificant2018,
    exemption: stationExemption,
    privacySensitive: false,
  },
  {
    code: 'TRANSIT_STOP',
    nameSv: 'Hållplats',
    nameEn: 'Public transport stop',
    osm: [tagged('highway', 'bus_stop'), tagged('public_transport', 'platform'), tagged('railway', 'tram_stop')],
    finding: notSignificant2018,
    exemption: stationExemption,
    privacySensitive: false,
  },
  {
    code: 'SCHOOL',
    nameSv: 'Skola eller förskola',
    nameEn: 'School or preschool',
    osm: [tagged('amenity', 'school', 'kindergarten')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: true,
  },
  {
    code: 'PLACE_OF_WORSHIP',
    nameSv: 'Gudstjänstlokal',
    nameEn: 'Place of worship',
    osm: [tagged('amenity', 'place_of_worship')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: true,
  },
  {
    code: 'HEALTH_CENTRE',
    nameSv: 'Vårdcentral eller sjukhus',
    nameEn: 'Health centre or hospital',
    osm: [tagged('amenity', 'clinic', 'doctors', 'hospital'), tagged('healthcare', 'centre', 'clinic', 'hospital')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: true,
  },
  {
    code: 'PLAYGROUND',
    nameSv: 'Lekplats',
    nameEn: 'Playground',
    osm: [tagged('leisure', 'playground')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: true,
  },
  {
    code: 'OPEN_DRUG_SCENE',
    nameSv: 'Öppen drogscen',
    nameEn: 'Open drug scene',
    osm: [],
    finding: nonePublished,
    exemption: null,
    privacySensitive: false,
  },
  {
    code: 'CITY_CENTRE',
    nameSv: 'Torg eller centrum',
    nameEn: 'Square or town centre',
    osm: [tagged('place', 'square'), tagged('highway', 'pedestrian')],
    finding: notSignificant2018,
    exemption: null,
    privacySensitive: false,
  },
  {
    code: 'PARK',
    nameSv: 'Park',
    nameEn: 'Park',
    osm: [tagged('leisure', 'park')],
    finding: nonePublished,
    exemption: null,
    privacySensitive: false,
  },
  {
    code: 'RESIDENTIAL',
    nameSv: 'Bostadsområde',
    nameEn: 'Residential area',
    osm: [tagged('landuse', 'residential')],
    finding: { kind: 'significant', studies: null, review: REVIEWS.BRA_2018 },
    exemption: null,
    privacySensitive: false,
  },
] as const satisfies readonly PlaceType[];

export type PlaceTypeCode = (typeof PLACE_TYPES)[number]['code'];

export function placeType(code: PlaceTypeCode): PlaceType {
  const found = PLACE_TYPES.find((type) => type.code === code);
  if (!found) throw new Error(`Unexpected type of place: ${code}.`);
  return found;
}
