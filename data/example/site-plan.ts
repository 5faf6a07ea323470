import type { SiteStage } from '#core/wire/sites.ts';
import type { PlaceTypeCode } from '#core/evidence/place-types.ts';

/** What is known of a site beside its place: who owns it, how it is guarded, how many cameras. */
export type SitePlan = {
  readonly ground: string;
  readonly organisation: string;
  readonly name: string;
  readonly placeType: PlaceTypeCode | null;
  readonly cameras: number;
  /** On the walls of the ground's own building, looking out; or on masts at its edge, looking in. */
  readonly mounted: 'wall' | 'mast';
  readonly secrecy: 'open' | 'masked' | 'withheld';
  readonly stage: SiteStage;
  /** The day its cameras came into use or are to. */
  readonly since: string;
};

function site(
  organisation: string,
  ground: string,
  name: string,
  placeType: PlaceTypeCode | null,
  cameras: number,
  mounted: SitePlan['mounted'],
  secrecy: SitePlan['secrecy'],
  since: string,
  stage: SiteStage = 'in_operation',
): SitePlan {
  return { organisation, ground, name, placeType, cameras, mounted, secrecy, since, stage };
}

/** The sites of the example: some ninety cameras, a third of the sites masked, some withheld. */
export const sitePlans: readonly SitePlan[] = [
  site('utbildning', 'bjorkskolan', 'Björkskolan, fasad', 'SCHOOL', 3, 'wall', 'masked', '2024-08-19'),
  site('utbildning', 'agymnasiet', 'Ågymnasiet, entréer', 'SCHOOL', 5, 'wall', 'open', '2022-01-10'),
  site('utbildning', 'centralskolan', 'Centralskolan, fasad', 'SCHOOL', 3, 'wall', 'open', '2023-01-09'),
  site('utbildning', 'vastermarksskolan', 'Västermarksskolan, fasad', 'SCHOOL', 3, 'wall', 'masked', '2023-08-14'),
  site('utbildning', 'ekhagsskolan', 'Ekhagsskolan, fasad', 'SCHOOL', 3, 'wall', 'masked', '2024-01-08'),
  site('utbildning', 'rosenangsskolan', 'Rosenängsskolan, fasad', 'SCHOOL', 4, 'wall', 'masked', '2022-08-15'),
  site('utbildning', 'soderhagaskolan', 'Söderhagaskolan, entré', 'SCHOOL', 2, 'wall', 'open', '2025-08-18'),
  site('utbildning', 'hamnskolan', 'Hamnskolan, fasad', 'SCHOOL', 2, 'wall', 'masked', '2025-01-13'),
  site('utbildning', 'tallasskolan', 'Tallåsskolan, fasad', 'SCHOOL', 2, 'wall', 'withheld', '2025-08-18'),
  site('utbildning', 'lugnviksskolan', 'Lugnviksskolan, entré', 'SCHOOL', 2, 'wall', 'open', '2026-11-02', 'decided'),
  site('kommunstyrelsen', 'radhuset', 'Rådhuset', null, 3, 'wall', 'masked', '2021-05-03'),
  site('kommunstyrelsen', 'biblioteket', 'Stadsbiblioteket, entré', null, 2, 'wall', 'open', '2023-03-01'),
  site('kommunstyrelsen', 'idrottshallen', 'Söderhaga idrottshall', null, 2, 'wall', 'open', '2024-02-01'),
  site('kommunstyrelsen', 'vastermarks-torg', 'Västermarks centrum', 'CITY_CENTRE', 2, 'wall', 'open', '2024-06-03'),
  site(
    'tekniska',
    'abrons-cykelparkering',
    'Åbrons cykelparkering',
    'BICYCLE_PARKING',
    1,
    'mast',
    'open',
    '2024-10-01',
  ),
  site('tekniska', 'hamnplan', 'Hamnkajen', null, 1, 'mast', 'open', '2022-06-01'),
  site('tekniska', 'kvarntorget', 'Kvarntorget', 'CITY_CENTRE', 1, 'mast', 'open', '2023-06-12'),
  site('tekniska', 'stationstorget', 'Stationstorget', 'CITY_CENTRE', 2, 'mast', 'masked', '2024-03-11'),
  site(
    'tekniska',
    'vastermarks-parkering',
    'Västermarks centrumparkering',
    'PARKING_LOT',
    1,
    'mast',
    'open',
    '2025-02-03',
  ),
  site(
    'tekniska',
    'norrgardets-infart',
    'Norrgärdets infartsparkering',
    'PARKING_LOT',
    2,
    'mast',
    'masked',
    '2024-09-02',
  ),
  site('tekniska', 'hamnparkeringen', 'Hamnparkeringen', 'PARKING_LOT', 2, 'mast', 'masked', '2023-11-01'),
  site(
    'tekniska',
    'lugnviks-badparkering',
    'Lugnviksbadets parkering',
    'PARKING_LOT',
    1,
    'mast',
    'withheld',
    '2025-06-02',
  ),
  site(
    'tekniska',
    'bjorkbackens-parkering',
    'Björkbackens parkering',
    'PARKING_LOT',
    1,
    'mast',
    'open',
    '2026-12-01',
    'idea',
  ),
  site(
    'tekniska',
    'kvarngardets-parkering',
    'Kvarngärdets parkering',
    'PARKING_LOT',
    1,
    'mast',
    'open',
    '2026-12-01',
    'in_dialogue',
  ),
  site(
    'tekniska',
    'idrottshallens-parkering',
    'Idrottshallens parkering',
    'PARKING_LOT',
    2,
    'mast',
    'open',
    '2026-11-15',
    'weighed',
  ),
  site('bostader', 'rosenangs-torg', 'Rosenängs torg', 'CITY_CENTRE', 4, 'wall', 'masked', '2023-04-03'),
  site('bostader', 'rosenangs-norra', 'Rosenängs norra parkering', 'PARKING_LOT', 2, 'mast', 'open', '2024-04-08'),
  site('bostader', 'ekhagens-centrum', 'Ekhagens centrum', 'CITY_CENTRE', 3, 'wall', 'open', '2023-10-02'),
  site(
    'bostader',
    'ekhagens-centrumparkering',
    'Ekhagens centrumparkering',
    'PARKING_LOT',
    2,
    'mast',
    'masked',
    '2024-10-07',
  ),
  site('bostader', 'lugnviks-centrum', 'Lugnviks centrum', 'CITY_CENTRE', 2, 'wall', 'open', '2025-03-03'),
  site('bostader', 'kvarnparken', 'Kvarnparken, gångstråket', 'PARK', 1, 'mast', 'open', '2025-05-05'),
  site(
    'parkering',
    'kvarngallerians-parkering',
    'Kvarngallerians parkering',
    'PARKING_LOT',
    4,
    'mast',
    'open',
    '2021-09-01',
  ),
  site('parkering', 'vallgatans-parkering', 'Vallgatans parkering', 'PARKING_LOT', 2, 'mast', 'open', '2022-03-01'),
  site('parkering', 'sjukhusets-parkering', 'Sjukhusets parkering', 'PARKING_LOT', 3, 'mast', 'open', '2023-09-04'),
  site(
    'parkering',
    'norrgallerians-parkering',
    'Handelsplatsens parkering',
    'PARKING_LOT',
    3,
    'mast',
    'open',
    '2023-02-06',
  ),
  site('parkering', 'agymnasiets-parkering', 'Ågymnasiets parkering', 'PARKING_LOT', 1, 'mast', 'masked', '2025-10-06'),
  site(
    'polisen',
    'rosenangs-torgparkering',
    'Rosenängs torgparkering',
    'PARKING_LOT',
    3,
    'mast',
    'withheld',
    '2025-11-03',
  ),
  site('polisen', 'bussterminalen', 'Bussterminalen', 'STATION', 3, 'mast', 'withheld', '2024-05-06'),
  site('polisen', 'ekhagsparken', 'Ekhagsparken', 'PARK', 2, 'mast', 'masked', '2025-02-10'),
  site('polisen', 'rosenangsparken', 'Rosenängsparken', 'PARK', 2, 'mast', 'masked', '2025-04-07'),
  site('polisen', 'kvarngallerian', 'Kvarngallerian, entréstråket', 'CITY_CENTRE', 3, 'wall', 'withheld', '2024-11-04'),
];

/** What each kind of place is watched for, as a site's purpose says it. */
export const purposes: Partial<Record<PlaceTypeCode, string>> = {
  SCHOOL: 'Förebygga skadegörelse och inbrott utanför skoltid.',
  PARKING_LOT: 'Förebygga stölder ur och av fordon.',
  BICYCLE_PARKING: 'Förebygga cykelstölder.',
  CITY_CENTRE: 'Förebygga brott och ordningsstörningar vid entréer och stråk.',
  STATION: 'Förebygga brott vid resande.',
  PARK: 'Förebygga narkotikabrott.',
};
