export type ZoneKind = 'guard_zone' | 'vulnerable_area' | 'drug_scene';
export type MastKind = 'mast' | 'lamp' | 'pole';
export type InterventionKind = 'lighting' | 'guards' | 'patrols' | 'sight_lines' | 'locks' | 'social_work' | 'other';

const zones: readonly (readonly [ZoneKind, RegExp])[] = [
  ['drug_scene', /drogscen|drug[_ ]?scene|narkotikamarknad|öppen (drog|narkotika)/],
  ['vulnerable_area', /utsatt|riskområde|vulnerable|prioriterat område/],
  [
    'guard_zone',
    /ordningsvakt|\bov[- ]?(område|zon)|\blov\s?3|§\s?3[- ]?område|3 ?§[- ]?område|guard[_ ]?zone|väktarområde/,
  ],
];

const masts: readonly (readonly [MastKind, RegExp])[] = [
  ['lamp', /belysning|lykt|lampa|street[_ ]?lamp|street[_ ]?light|lamp(post|[_ ]?post)?$|ljuspunkt|gatlys/],
  ['mast', /mast|torn|tower|antenn/],
  ['pole', /stolpe|pole|portal|pylon|utility|trafiksignal/],
];

const interventions: readonly (readonly [InterventionKind, RegExp])[] = [
  ['lighting', /belysning|ljussättning|lighting|armatur|lampor|\bljus/],
  ['guards', /ordningsvakt|väktar|trygghetsvärd|trygghetsvakt|\bvakt|guard|steward/],
  ['patrols', /patrull|rondering|nattvandr|polisnärvaro|vandr|patrol|närvaro/],
  ['sight_lines', /sikt|röjning|beskär|gallring|buskage|sight|clearing|vegetation/],
  ['locks', /lås|grind|stängsel|skalskydd|tillträde|bom\b|lock|fence|gate/],
  [
    'social_work',
    /social|fält(are|grupp|sekreterare|arbete)|fritidsgård|uppsökande|ungdoms|outreach|youth|sluta skjut|mötesplats/,
  ],
];

/** What kind of zone a text tells of ("Särskilt utsatt område", "LOV 3-område"); null when it tells of none. */
export const zoneKindOf = (text: string): ZoneKind | null => kindIn(zones, text);

/** What kind of thing a camera could hang on ("Belysningsstolpe", "street_lamp"); null when the text tells of none. */
export const mastKindOf = (text: string): MastKind | null => kindIn(masts, text);

/** What kind of measure a text tells of ("Ny belysning", "Ordningsvakter"); null when it tells of none known: `other`. */
export const interventionKindOf = (text: string): InterventionKind | null => kindIn(interventions, text);

function kindIn<Kind extends string>(words: readonly (readonly [Kind, RegExp])[], text: string): Kind | null {
  const plain = text.normalize('NFC').toLowerCase().trim();
  return words.find(([kind, pattern]) => plain === kind || pattern.test(plain))?.[0] ?? null;
}
