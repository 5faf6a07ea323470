/** Kinds of crime whose place tells too much of a victim: refused unless an administrator has opened the group. */
export const sensitiveGroups = ['dwelling', 'close_relation', 'sexual'] as const;
export type SensitiveGroup = (typeof sensitiveGroups)[number];

/**
 * Words of each group as Brå, the police's notices, municipal systems and English-language registers write them, the
 * gravest group first: a rape in a dwelling is a sexual offence. No codes: the police's and Brå's lists of crime codes
 * are not among our sources, so a column of bare codes is not recognised here.
 */
const words: readonly (readonly [SensitiveGroup, RegExp])[] = [
  [
    'sexual',
    /våldtäkt|valdtakt|voldtekt|sexual|sexuell|sexbrott|sexköp|sedlighet|blottning|blottare|koppleri|barnporno|prostitution|\brape\b|\bsex (offen[cs]e|crime|assault)|sexual|indecent|molest|voyeur/,
  ],
  [
    'close_relation',
    /nära relation|närstående|relationsvåld|relationsbrott|partnervåld|familjevåld|kvinnofrid|grov fridskränkning|barnfrid|barnmisshandel|våld i hemmet|våld i hem\b|hustrumisshandel|kvinnomisshandel|hedersrelatera|hedersvåld|hedersförtryck|domestic|intimate partner|family violence|spous|child abuse|child neglect/,
  ],
  [
    'dwelling',
    /bostadsinbrott|inbrott (i |)(bostad|villa|lägenhet|radhus|hus\b|fritidshus|källare|vind)|inbrott, (bostad|villa|lägenhet)|(bostad|villa|lägenhet|fritidshus)[-, ]+inbrott|villainbrott|lägenhetsinbrott|källarinbrott|vindsinbrott|(källare|vind)[^.]*flerfamilj|hemfrid|lägenhetsbråk|lägenhetsstörning|i bostad|i villa|i lägenhet|stöld.*\bbostad|rån.*\bbostad|bostadsrån|hemrån|home invasion|dwelling|residential burglary|burglary.*(residen|dwelling|home|apartment|house)|household burglary/,
  ],
];

/** What a column for the kind of place says when it is somebody's home. */
const homes =
  /^(bostad|bostäder|i bostad|bostad, .*|villa|radhus|lägenhet|fritidshus|hemmet|privat bostad|residence|residence ?[/-].*|apartment|flat|house|home|dwelling|private (home|dwelling|residence)|condominium|condo|townhouse)$/;
/** The yard and the car park of dwellings are no dwelling. */
const outside = /parking|parkering|garage|yard|gård|street|gata|driveway|entrance|trapphus/;

/**
 * The group that a crime belongs to, from what the source calls it and, where a column tells, from the kind of place
 * ("residence / house"); null for one that is not sensitive. What may be such a crime but is not said to be ("burglary",
 * "violence and sexual offences") is `maybeSensitive`'s.
 */
export function sensitiveGroupOf(category: string, place = ''): SensitiveGroup | null {
  const key = `${category}\t${place}`;
  let group = known.get(key);
  if (group !== undefined) return group;
  group = judge(category, place);
  if (known.size < mostKnown) known.set(key, group);
  return group;
}

/** A file of a million rows has a hundred names: each is judged once. */
const known = new Map<string, SensitiveGroup | null>();
const mostKnown = 5000;

function judge(category: string, place: string): SensitiveGroup | null {
  const name = plain(category);
  if (maybeSensitive(name).length === 0) {
    for (const [group, pattern] of words) if (pattern.test(name)) return group;
  }
  const where = plain(place);
  return homes.test(where) && !outside.test(where) ? 'dwelling' : null;
}

/** Names of whole classes that hold sensitive crimes among others: the one who imports should hear of it. */
const mixed: readonly (readonly [RegExp, readonly SensitiveGroup[]])[] = [
  [/^violen(ce|t)( crime)? and sexual offen[cs]es$/, ['sexual', 'close_relation']],
  [/^våld(sbrott)? och sexualbrott$/, ['sexual', 'close_relation']],
  [/(^|, )(brott mot brottsbalken, )?3-7 kap\.? brott mot person$/, ['sexual', 'close_relation']],
  [/^(burglary|inbrott|stöld\/inbrott|inbrottsstöld|larm inbrott)(, försök)?$/, ['dwelling']],
];

/** Groups that a class of crimes may hold without saying so row by row; empty for every other name. */
export function maybeSensitive(category: string): readonly SensitiveGroup[] {
  const name = plain(category);
  return mixed.find(([pattern]) => pattern.test(name))?.[1] ?? [];
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
