import { clockHours, reasonValues, sentence, type ReasonParams } from '../reason-values.ts';

const v = reasonValues('sv', { fewer: 'färre än 5', somewhere: 'övrigt' });
const lower = (words: string) => words.toLowerCase();

const measures: Readonly<Record<string, string>> = {
  lighting: 'belysning',
  guards: 'ordningsvakter',
  patrols: 'patrullering',
  sight_lines: 'siktröjning',
  locks: 'lås och skalskydd',
  social_work: 'socialt arbete',
};
const purposes: Readonly<Record<string, string>> = {
  crime: 'brott',
  public_order: 'ordningsstörningar',
  accident: 'olyckor',
};
const away = (p: ReasonParams) =>
  v.number(p, 'distance_m') === 0 ? 'på platsen' : `${v.figure(p, 'distance_m')} m bort`;
const atPlace = (p: ReasonParams) => {
  if (p['placeTypeFinding'] === 'significant') {
    return ` För platstypen ${lower(v.placeType(p))} är en minskning visad, men hur stor den är har inte kunnat bekräftas.`;
  }
  if (p['placeTypeFinding'] === 'not_significant') {
    return ` För platstypen ${lower(v.placeType(p))} är ingen säkerställd effekt visad.`;
  }
  if (p['placeTypeFinding'] === 'none_published') {
    return ` För platstypen ${lower(v.placeType(p))} finns ingen publicerad effekt.`;
  }
  return '';
};
const studies = (p: ReasonParams) => (p['crimeTypeStudies'] ? ` (${v.figure(p, 'crimeTypeStudies')} studier)` : '');

/** En mening för varje skäl som en sökning kan ge. Koderna bestäms i server/core/suggest och server/suggestions. */
export const reasons = {
  sentences: {
    DOCUMENTED_INCIDENTS: (p: ReasonParams) =>
      `${sentence(v.count(p))} dokumenterade brott utomhus skulle ha varit i bild under ${v.figure(p, 'months')} månader, av slag som kameror har visats minska. Kravet är ${v.figure(p, 'minimum')}.`,
    HOURS: (p: ReasonParams) =>
      v.number(p, 'from') === 0 && v.number(p, 'to') === 24
        ? 'Brotten är spridda över hela dygnet.'
        : `${v.figure(p, 'share_percent')} % av dem med känt klockslag skedde kl. ${clockHours(v.number(p, 'from'), v.number(p, 'to'))}: bevakningen kan begränsas till de timmarna.`,
    OTHER_MEASURE: (p: ReasonParams) =>
      `Annan åtgärd som kan verka tillsammans: ${measures[v.text(p, 'kind')] ?? 'annan åtgärd'}${v.named(p)}, ${away(p)}.`,
    EXEMPT_FROM_ASSESSMENT: (p: ReasonParams) =>
      `Kraven på bedömning och förteckning gäller inte här när syftet är ${v
        .text(p, 'purposes')
        .split(' ')
        .map((purpose) => purposes[purpose] ?? purpose)
        .join(', ')} (${v.text(p, 'provision')}). Skyltning och dataskyddsförordningen gäller ändå.`,

    NO_OTHER_MEASURES: (p: ReasonParams) =>
      `Inga andra åtgärder är kända inom ${v.figure(p, 'distance_m')} m. Kameror som enda åtgärd har inte visats ha effekt (Brå 2018).`,
    ONE_OTHER_MEASURE: (p: ReasonParams) =>
      `Bara ett slags annan åtgärd är känt inom ${v.figure(p, 'distance_m')} m. Effekt är visad först tillsammans med två eller fler (Brå 2018).`,
    SCHOOL_NEAR: (p: ReasonParams) =>
      `Skola eller förskola ${away(p)}${v.named(p)}. Barns integritet väger tungt i avvägningen.`,
    PLACE_OF_WORSHIP_NEAR: (p: ReasonParams) =>
      `Gudstjänstlokal ${away(p)}${v.named(p)}. Bilder därifrån kan röja människors tro.`,
    HEALTH_CENTRE_NEAR: (p: ReasonParams) =>
      `Vårdcentral eller sjukhus ${away(p)}${v.named(p)}. Bilder därifrån kan röja människors hälsa.`,
    PLAYGROUND_NEAR: (p: ReasonParams) =>
      `Lekplats ${away(p)}${v.named(p)}. Barns integritet väger tungt i avvägningen.`,
    DRUG_FOLLOWS_POLICE: (p: ReasonParams) =>
      `${sentence(v.count(p))} av ${v.count(p, 'of')} är narkotikabrott. De anmäls mest där polisen arbetar och säger mindre om var behovet är störst. Jämför med en sökning utan narkotika.`,
    NO_EFFECT_AT_PLACE_TYPE: (p: ReasonParams) =>
      `För platstypen ${lower(v.placeType(p))} är ingen säkerställd effekt av kameror visad (Brå 2018).`,
    NOT_COUNTED: (p: ReasonParams) =>
      `I bild finns också ${lower(v.category(p))}: ${v.count(p)}. Inte medräknat, för någon säkerställd effekt av kameror är inte visad.`,
    NO_MOUNT: () =>
      'Ingen känd stolpe eller fasad att fästa i. Punkten är lagd på ett rutnät och behöver en verklig fästpunkt.',
    NO_POWER: () => 'El saknas vid fästpunkten.',
    NO_FIBRE: () => 'Fiber saknas vid fästpunkten.',
    FEW_COORDINATES: (p: ReasonParams) =>
      `Bara ${v.figure(p, 'share_percent')} % av källans brott har användbara koordinater. Underlaget har luckor.`,

    INDOORS: (p: ReasonParams) =>
      `${sentence(v.count(p))} av ${v.count(p, 'of')} skedde inomhus, dit en kamera utomhus inte ser.`,
    NO_PUBLISHED_EFFECT: (p: ReasonParams) =>
      `${sentence(v.count(p))} av ${v.count(p, 'of')} är av slag där ingen säkerställd effekt av kameror är visad.`,
    ALREADY_SEEN: (p: ReasonParams) =>
      `${sentence(v.count(p))} av ${v.count(p, 'of')} är redan i bild av kameror som du har behörighet att se.`,
    BELOW_MINIMUM: (p: ReasonParams) => `Brott som räknas: ${v.count(p)}. Kravet är ${v.figure(p, 'minimum')}.`,
    NO_VIEW_REACHES_MINIMUM: (p: ReasonParams) =>
      `${sentence(v.count(p))} brott räknas, men ingen enskild kamera får ${v.figure(p, 'minimum')} av dem i bild.`,
    OTHERS_CAME_FIRST: (p: ReasonParams) => `Andra platser kom före. Du bad om högst ${v.figure(p, 'count')}.`,
    TOO_CLOSE_TO_SUGGESTED: (p: ReasonParams) =>
      `Ligger närmare än ${v.figure(p, 'distance_m')} m från en plats som redan är med.`,

    MIDPOINTS: (p: ReasonParams) =>
      `Koordinaterna i ${v.text(p, 'source')} är mittpunkter för större områden, inte där brotten skedde. En plats som räknas fram ur dem vore påhittad.`,
    NO_POINTS: () =>
      'Ingen källa med anmälda brott som punkter är inläst. Antal per område eller ruta räcker inte för att peka ut en plats.',

    EFFECT_WEAKER_OF_TWO: (p: ReasonParams) =>
      `${sentence(v.category(p))} minskade med ${v.fall(p, 'crimeTypeChange_percent')} %${studies(p)} där kameror sattes upp, och brotten vid platstypen ${lower(v.placeType(p))} med ${v.fall(p, 'placeTypeChange_percent')} %. Här räknas med det svagare: ${v.fall(p, 'change_percent')} %.`,
    EFFECT_CRIME_TYPE_ONLY: (p: ReasonParams) =>
      `${sentence(v.category(p))} minskade med ${v.fall(p, 'crimeTypeChange_percent')} %${studies(p)} där kameror sattes upp.${atPlace(p)}`,
    EFFECT_NONE: (p: ReasonParams) =>
      `För ${lower(v.category(p))} är ingen säkerställd effekt av kameror visad.${atPlace(p)}`,
  },
  /** Varför punkterna i en källa inte får bära en plats eller en täthet. */
  stacking: {
    MANY_PER_POINT: 'Så många brott delar samma punkt att punkterna måste vara mittpunkter för större områden.',
    FEW_POINTS: 'Alla brott ligger på ett fåtal punkter, som måste vara mittpunkter för större områden.',
    ONE_POINT_DOMINATES: 'Mer än vart femte brott ligger på en enda punkt, troligen den för ”plats okänd”.',
  },
  unknown: 'Ett skäl som den här versionen inte kan beskriva.',
};
