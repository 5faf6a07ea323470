/** What a column that is not stored holds. */
export type Unkept = 'person' | 'case_number' | 'name' | 'address' | 'contact' | 'free_text';

export interface UnkeptColumn {
  readonly heading: string;
  readonly holds: Unkept;
}

/** Headings compared in lower case without marks; a star stands for any ending. */
const known: Readonly<Record<Unkept, RegExp>> = {
  person:
    /^(person(nummer|nr|id|uppgift.*)?|pnr|samordningsnummer|födelse(datum|år|nummer)|ålder|age|kön|sex|gender|dob|date of birth|ssn)$/,
  case_number:
    /^(dnr|diarie(nummer|nr)?|ärende(nummer|nr|id)?|k[- ]?(nummer|nr)|anmälnings(nummer|nr)|anmälan(s)?(nummer|nr)|händelse(nummer|nr|id)|akt(nummer|nr)?|case ?(number|no|id)?|crime ?(id|number|reference)|incident ?(id|number)|report ?(number|no)|rapport(nummer|nr)|reference|referens(nummer)?|beat)$/,
  name: /^(namn|name|för ?namn|efter ?namn|full(ständigt)? ?namn|first ?name|last ?name|surname|målsägande|målsäg.*|gärningsman|gärningsperson|misstänkt|anmälare|uppgiftslämnare|vittne|kontakt(person)?|handläggare|ordningsvakt|victim|suspect|offender|reporter|witness|reported by)$/,
  address:
    /^(adress|address|gatu?adress|besöksadress|brottsplats(ens )?adress|gata|gatunamn|gatu?(nr|nummer)|street|street ?name|street ?address|house ?number|number|block|fastighet(sbeteckning)?|lägenhet(snummer|snr)?|postadress|postnummer|postnr|post ?code|zip ?code|location|plats(beskrivning)?|brottsplats|summary location|implantation)$/,
  contact: /^(telefon(nummer|nr)?|tel|tfn|mobil(nummer|nr|telefon)?|phone|e-?post(adress)?|e-?mail|mail)$/,
  free_text:
    /^(beskrivning|fri ?text|text|anteckning(ar)?|kommentar(er)?|notering(ar)?|händelseförlopp|sammanfattning|fritextfält|modus|mo|övrigt|rubrik|description|summary|notes?|comments?|remarks?|narrative|context|details?|free ?text)$/,
};

/** Cells this long, with spaces, are sentences that somebody wrote. */
const sentence_length = 40;
const sentenceShare = 0.3;

/**
 * Columns of a file that hold what is never stored and should be announced: case numbers, people, addresses, free text.
 * `kept` are the columns that the kind takes (a camera's name may be its address): they are not announced. Columns that
 * nobody knows by name but that hold sentences are free text. In the file's order.
 */
export function notStored(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kept: ReadonlySet<number>,
): UnkeptColumn[] {
  return header.flatMap((heading, index): UnkeptColumn[] => {
    if (kept.has(index)) return [];
    const holds = holdsOf(heading) ?? (hasSentences(rows, index) ? 'free_text' : null);
    return holds ? [{ heading, holds }] : [];
  });
}

function holdsOf(heading: string): Unkept | null {
  const plain = heading.normalize('NFC').toLowerCase().replace(/[_.]+/g, ' ').replace(/\s+/g, ' ').trim();
  const found = Object.entries(known).find(([, pattern]) => pattern.test(plain));
  return found ? (found[0] as Unkept) : null;
}

function hasSentences(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '');
  const long = cells.filter(
    (text) => text.length >= sentence_length && /\s\S+\s/.test(text) && !/^[A-Z ]+\(/.test(text),
  );
  return cells.length > 0 && long.length / cells.length >= sentenceShare;
}
