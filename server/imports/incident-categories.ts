import type { IncidentCategory } from '#core/wire/layers.ts';
import { categoryNames } from './sense/category-names.ts';

const byName = new Map(
  (Object.entries(categoryNames) as [IncidentCategory, readonly string[]][]).flatMap(([category, list]) =>
    list.map((name) => [name, category] as const),
  ),
);

/**
 * Words within longer names, tried in this order: "Stöld ur bil" is a crime against a vehicle before it is a theft, and
 * drugs are told of before what else happened. Names that only sound alike are kept out by the exact names above.
 */
const within: readonly (readonly [RegExp, IncidentCategory])[] = [
  [/olycka|trafik(kontroll|hinder|brott)|rattfyller|automatlarm|bedräger|brandlarm/, 'other'],
  [/narkotik|\bdrog(er|handel|försälj|missbruk)|\bdrug|narcotic|cannabis/, 'drug'],
  [
    /motorfordon|motordriv|\b(ur|från|i|på|av) (bil|fordon|lastbil|mc|moped|båt)\b|\bbil(stöld|inbrott|brand)|fordon.*(stöld|tillgrepp|inbrott|skadegör|brand)|(stöld|tillgrepp|skadegör\w*|inbrott).*(fordon|bil\b|moped|motorcykel)|vehicle|\bcar\b|\bauto/,
    'vehicle',
  ],
  [
    /misshandel|våld|\brån|\bmord|dråp|överfall|hot mot|olaga hot|skjut|skottloss|spräng|explosi|sexu|kvinnofrid|fridskränk|vapen|\bkniv|assault|violen|robber|homicide|murder|\brape\b|weapon|stabbing|shooting/,
    'violence',
  ],
  [
    /stöld|inbrott|tillgrepp|snatteri|skadegör|klotter|graffiti|häleri|mordbrand|anlagd brand|åverkan|theft|burglar|larcen|vandal|arson|shoplift|criminal damage/,
    'property',
  ],
  [
    /ordningsstör|ordningslag|fyller|berusad|\blob\b|bråk|stör(ande|ning)|nedskräp|ungdomsgäng|förargelse|disorder|anti-?social|nuisance|public order|drunk|alkohol/,
    'disorder',
  ],
];

/**
 * The category of what a source calls a crime or event: by its whole name, by its name without what follows the last
 * comma ("Rån, väpnat"), by the last part of a chain of headings ("Brott mot brottsbalken, 8-12 kap. …, därav
 * biltillgrepp", as Brå writes), or by a word within it. Null when nothing tells: it then counts as other.
 */
export function categoryOf(name: string): IncidentCategory | null {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  const chain = plain.split(/, |\u2013 | - | > /);
  const last = (chain.at(-1) ?? '').replace(/^(därav|varav|\d+(-\d+)? kap\.?) /, '');
  const found =
    byName.get(plain) ??
    (chain.length > 2 ? byName.get(last) : undefined) ??
    byName.get(plain.replace(/,\s*[^,]+$/, '')) ??
    byName.get(last);
  if (found) return found;
  if (plain.startsWith('sammanfattning')) return 'other';
  for (const text of chain.length > 2 ? [last, plain] : [plain])
    for (const [pattern, category] of within) if (pattern.test(text)) return category;
  return null;
}

export const isCategory = (text: string): text is IncidentCategory => Object.hasOwn(categoryNames, text);
