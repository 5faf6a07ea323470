import type { CollectionId } from '#core/wire/layers.ts';
import type { ViewerRole } from '../db/gate.ts';
import { featureTables, type FeatureTable } from '../db/feature-tables.ts';
import type { FilterName } from './filters.ts';

/** One OGC collection: what it is called, who may read it, from which table, and which filters it takes. */
export interface Collection {
  readonly id: CollectionId;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly descriptionSv: string;
  readonly descriptionEn: string;
  readonly roles: readonly ViewerRole[];
  /** Null: computed, not read (crime-density, crime-squares). */
  readonly table: FeatureTable | null;
  readonly filters: readonly FilterName[];
}

/** A fitter comes to mount, and gets no crimes nor what the police says of places. */
const crimeRoles = ['planner', 'liaison', 'analyst', 'reviewer', 'administrator'] as const;
const signedInRoles = ['planner', 'liaison', 'analyst', 'reviewer', 'administrator', 'fitter'] as const;

/** Every collection, in the order a client lists them. */
export const collections: readonly Collection[] = [
  {
    id: 'areas',
    titleSv: 'Områden',
    titleEn: 'Areas',
    descriptionSv:
      'Trygghetsmätningens områden och andra indelningar. Med indicator, year och respondents följer det årets värde med.',
    descriptionEn:
      'Areas of the safety survey and other divisions. With indicator, year and respondents each carries its value of that year.',
    roles: signedInRoles,
    table: featureTables.areas,
    filters: ['area_set', 'indicator', 'year', 'respondents'],
  },
  {
    id: 'cameras',
    titleSv: 'Kameror',
    titleEn: 'Cameras',
    descriptionSv:
      'Öppna kameror som punkter. En sekretessmarkerad plats visas som en ruta i ett fast rutnät, med lagrum, datum och myndighet; andra visas inte.',
    descriptionEn:
      'Open cameras as points. A site under secrecy is shown as a cell of a fixed grid with provision, date and authority; others are not shown.',
    roles: signedInRoles,
    table: featureTables.cameras,
    filters: [],
  },
  {
    id: 'coverage',
    titleSv: 'Täckning',
    titleEn: 'Coverage',
    descriptionSv: 'Den mark som öppna kameror ser, med byggnader som skymmer.',
    descriptionEn: 'The ground that open cameras see, cut by buildings.',
    roles: signedInRoles,
    table: featureTables.coverage,
    filters: [],
  },
  {
    id: 'planned-mounts',
    titleSv: 'Kamerapunkter',
    titleEn: 'Planned mounts',
    descriptionSv: 'Polisens planerade kamerapunkter: öppna som punkter, maskerade som rutor i ett fast rutnät.',
    descriptionEn: "The police's planned mounts: open ones as points, masked ones as cells of a fixed grid.",
    roles: signedInRoles,
    table: featureTables['planned-mounts'],
    filters: [],
  },
  {
    id: 'places',
    titleSv: 'Platser av visst slag',
    titleEn: 'Places',
    descriptionSv:
      'Parkeringar, hållplatser, skolor, butiker och andra platser med känd betydelse för brott och otrygghet.',
    descriptionEn: 'Car parks, stops, schools, shops and other places that matter to crime and perceived safety.',
    roles: signedInRoles,
    table: featureTables.places,
    filters: ['place_type'],
  },
  {
    id: 'buildings',
    titleSv: 'Byggnader',
    titleEn: 'Buildings',
    descriptionSv: 'Byggnader med höjd där den är känd.',
    descriptionEn: 'Buildings, with height where it is known.',
    roles: signedInRoles,
    table: featureTables.buildings,
    filters: [],
  },
  {
    id: 'streets',
    titleSv: 'Gator och vägar',
    titleEn: 'Streets',
    descriptionSv: 'Gator, gångvägar och spår.',
    descriptionEn: 'Streets, paths and tracks.',
    roles: signedInRoles,
    table: featureTables.streets,
    filters: [],
  },
  {
    id: 'land',
    titleSv: 'Mark och vatten',
    titleEn: 'Land and water',
    descriptionSv: 'Vatten, parker, skog, torg och annan markanvändning.',
    descriptionEn: 'Water, parks, forest, squares and other land use.',
    roles: signedInRoles,
    table: featureTables.land,
    filters: [],
  },
  {
    id: 'masts',
    titleSv: 'Stolpar och master',
    titleEn: 'Masts and lamp posts',
    descriptionSv: 'Möjliga fästpunkter: master, stolpar och belysningsstolpar, med el och fiber där det är känt.',
    descriptionEn: 'Possible mounting points: masts, poles and lamp posts, with power and fibre where known.',
    roles: signedInRoles,
    table: featureTables.masts,
    filters: [],
  },
  {
    id: 'interventions',
    titleSv: 'Andra åtgärder',
    titleEn: 'Interventions',
    descriptionSv: 'Belysning, väktare, platssamverkan och andra åtgärder på en plats, från och till.',
    descriptionEn: 'Lighting, guards, social work and other measures at a place, from and to.',
    roles: signedInRoles,
    table: featureTables.interventions,
    filters: [],
  },
  {
    id: 'zones',
    titleSv: 'Polisens områden',
    titleEn: 'Zones of the police',
    descriptionSv: 'Ordningsvaktsområden, utsatta områden och drogscener, från och till. Aldrig öppna utan inloggning.',
    descriptionEn: 'Guard zones, vulnerable areas and drug scenes, from and to. Never open without sign-in.',
    roles: crimeRoles,
    table: featureTables.zones,
    filters: [],
  },
  {
    id: 'crime-density',
    titleSv: 'Brottstäthet',
    titleEn: 'Crime density',
    descriptionSv:
      'Utjämnad täthet av anmälda brott utomhus per kvadratkilometer. Tomt där färre än fem brott ligger inom bandbredden: inget enskilt brott lämnas ut.',
    descriptionEn:
      'Smoothed density of recorded outdoor crime per square kilometre. Blank where fewer than five lie within the bandwidth: no single crime is given out.',
    roles: crimeRoles,
    table: null,
    filters: ['what', 'category', 'hours', 'period'],
  },
  {
    id: 'crime-squares',
    titleSv: 'Antal brott per ruta',
    titleEn: 'Crime counts by square',
    descriptionSv:
      'Antal som en källa ger per ruta, i klasser, ett kalenderår (det senaste om inget anges). Antal från 1 till 4 är en egen klass; det som källan håller inne (..) är undanhållet och inte noll.',
    descriptionEn:
      'Counts that a source gives by grid square, in classes, for a calendar year (the last unless one is asked for). Counts from 1 to 4 are a class of their own; what the source holds back (..) is withheld and not zero.',
    roles: crimeRoles,
    table: null,
    filters: ['what', 'category', 'year'],
  },
];
