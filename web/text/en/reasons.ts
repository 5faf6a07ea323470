import { clockHours, reasonValues, sentence, type ReasonParams } from '../reason-values.ts';
import type { Words } from '../words.ts';

const v = reasonValues('en', { fewer: 'fewer than 5', somewhere: 'other' });
const lower = (words: string) => words.toLowerCase();

const measures: Readonly<Record<string, string>> = {
  lighting: 'lighting',
  guards: 'security guards',
  patrols: 'patrols',
  sight_lines: 'clearing of sight lines',
  locks: 'locks and perimeter protection',
  social_work: 'social work',
};
const purposes: Readonly<Record<string, string>> = {
  crime: 'crime',
  public_order: 'disturbances of public order',
  accident: 'accidents',
};
const away = (p: ReasonParams) =>
  v.number(p, 'distance_m') === 0 ? 'at the place' : `${v.figure(p, 'distance_m')} m away`;
const atPlace = (p: ReasonParams) => {
  if (p['placeTypeFinding'] === 'significant') {
    return ` For the type of place ${lower(v.placeType(p))} a fall has been shown, but its size could not be confirmed.`;
  }
  if (p['placeTypeFinding'] === 'not_significant') {
    return ` For the type of place ${lower(v.placeType(p))} no significant effect has been shown.`;
  }
  if (p['placeTypeFinding'] === 'none_published') {
    return ` For the type of place ${lower(v.placeType(p))} no effect has been published.`;
  }
  return '';
};
const studies = (p: ReasonParams) => (p['crimeTypeStudies'] ? ` (${v.figure(p, 'crimeTypeStudies')} studies)` : '');

export const reasons: Words['reasons'] = {
  sentences: {
    DOCUMENTED_INCIDENTS: (p) =>
      `${sentence(v.count(p))} documented crimes out of doors would have been in view in ${v.figure(p, 'months')} months, of kinds that cameras have been shown to lower. At least ${v.figure(p, 'minimum')} are asked for.`,
    HOURS: (p) =>
      v.number(p, 'from') === 0 && v.number(p, 'to') === 24
        ? 'The crimes are spread over the whole day.'
        : `${v.figure(p, 'share_percent')}% of those with a known time happened between ${clockHours(v.number(p, 'from'), v.number(p, 'to'))} hours: surveillance can be kept to those hours.`,
    OTHER_MEASURE: (p) =>
      `Another measure that can work together with it: ${measures[v.text(p, 'kind')] ?? 'another measure'}${v.named(p)}, ${away(p)}.`,
    EXEMPT_FROM_ASSESSMENT: (p) =>
      `The duties of assessment and register do not apply here when the purpose is ${v
        .text(p, 'purposes')
        .split(' ')
        .map((purpose) => purposes[purpose] ?? purpose)
        .join(', ')} (${v.text(p, 'provision')}). Signs and the GDPR are still required.`,

    NO_OTHER_MEASURES: (p) =>
      `No other measures are known within ${v.figure(p, 'distance_m')} m. Cameras as the only measure have not been shown to have an effect (National Council for Crime Prevention, 2018).`,
    ONE_OTHER_MEASURE: (p) =>
      `Only one kind of other measure is known within ${v.figure(p, 'distance_m')} m. An effect has been shown only together with two or more (National Council for Crime Prevention, 2018).`,
    SCHOOL_NEAR: (p) =>
      `School or preschool ${away(p)}${v.named(p)}. Children’s privacy weighs heavily in the balancing.`,
    PLACE_OF_WORSHIP_NEAR: (p) =>
      `Place of worship ${away(p)}${v.named(p)}. Pictures from there can reveal people’s faith.`,
    HEALTH_CENTRE_NEAR: (p) =>
      `Health centre or hospital ${away(p)}${v.named(p)}. Pictures from there can reveal people’s health.`,
    PLAYGROUND_NEAR: (p) => `Playground ${away(p)}${v.named(p)}. Children’s privacy weighs heavily in the balancing.`,
    DRUG_FOLLOWS_POLICE: (p) =>
      `${sentence(v.count(p))} of ${v.count(p, 'of')} are drug offences. They are recorded mostly where the police work and say less about where the need is greatest. Compare with a search without drugs.`,
    NO_EFFECT_AT_PLACE_TYPE: (p) =>
      `For the type of place ${lower(v.placeType(p))} no significant effect of cameras has been shown (National Council for Crime Prevention, 2018).`,
    NOT_COUNTED: (p) =>
      `Also in view: ${lower(v.category(p))}, ${v.count(p)}. Not counted, for no significant effect of cameras has been shown.`,
    NO_MOUNT: () => 'No known mast or façade to hang it on. The point lies on a grid and needs a real mounting place.',
    NO_POWER: () => 'There is no power at the mounting place.',
    NO_FIBRE: () => 'There is no fibre at the mounting place.',
    FEW_COORDINATES: (p) =>
      `Only ${v.figure(p, 'share_percent')}% of the source’s crimes have usable coordinates. The basis has gaps.`,

    INDOORS: (p) =>
      `${sentence(v.count(p))} of ${v.count(p, 'of')} happened indoors, where a camera outside does not see.`,
    NO_PUBLISHED_EFFECT: (p) =>
      `${sentence(v.count(p))} of ${v.count(p, 'of')} are of kinds for which no significant effect of cameras has been shown.`,
    ALREADY_SEEN: (p) =>
      `${sentence(v.count(p))} of ${v.count(p, 'of')} are already in view of cameras that you are cleared to see.`,
    BELOW_MINIMUM: (p) => `Crimes that count: ${v.count(p)}. At least ${v.figure(p, 'minimum')} are asked for.`,
    NO_VIEW_REACHES_MINIMUM: (p) =>
      `${sentence(v.count(p))} crimes count, but no single camera has ${v.figure(p, 'minimum')} of them in view.`,
    OTHERS_CAME_FIRST: (p) => `Other places came first. You asked for at most ${v.figure(p, 'count')}.`,
    TOO_CLOSE_TO_SUGGESTED: (p) =>
      `Lies nearer than ${v.figure(p, 'distance_m')} m to a place that is in the list already.`,

    MIDPOINTS: (p) =>
      `The coordinates of ${v.text(p, 'source')} are midpoints of larger areas, not where the crimes happened. A place reckoned from them would be made up.`,
    NO_POINTS: () =>
      'No source of recorded crimes as points has been loaded. Counts by area or square are not enough to point out a place.',

    EFFECT_WEAKER_OF_TWO: (p) =>
      `${sentence(v.category(p))} fell by ${v.fall(p, 'crimeTypeChange_percent')}%${studies(p)} where cameras were put up, and crime at the type of place ${lower(v.placeType(p))} by ${v.fall(p, 'placeTypeChange_percent')}%. The weaker is reckoned with here: ${v.fall(p, 'change_percent')}%.`,
    EFFECT_CRIME_TYPE_ONLY: (p) =>
      `${sentence(v.category(p))} fell by ${v.fall(p, 'crimeTypeChange_percent')}%${studies(p)} where cameras were put up.${atPlace(p)}`,
    EFFECT_NONE: (p) => `For ${lower(v.category(p))} no significant effect of cameras has been shown.${atPlace(p)}`,
  },
  stacking: {
    MANY_PER_POINT: 'So many crimes share one point that the points must be midpoints of larger areas.',
    FEW_POINTS: 'All crimes lie on a few points, which must be midpoints of larger areas.',
    ONE_POINT_DOMINATES: 'More than one crime in five lies on a single point, probably that for “place unknown”.',
  },
  unknown: 'A reason that this version cannot describe.',
};
