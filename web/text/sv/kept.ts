/** Vad som sparas, och att dra tillbaka en källa: hämtas först när det öppnas. */
export const kept = {
  title: 'Vad som sparas',
  intro:
    'Hur länge brottens punkter finns kvar, och vilka brott som inte läses in alls. Varje ändring skrivs i loggen.',
  notYours: 'Administratören, granskaren och analytikern läser detta',
  notYoursText: 'Fråga administratören om hur länge uppgifter sparas.',
  months: 'Punkter sparas i',
  unit: 'månader',
  monthsHint: 'Sedan raderas de. Antal per område och period blir kvar.',
  monthsRead: (months: string) =>
    `Punkter sparas i ${months} månader. Sedan raderas de. Antal per område och period blir kvar.`,
  monthsSaved: (months: string) => `Punkter sparas nu i ${months} månader.`,
  /** Färre månader raderar mer vid nästa körning. */
  monthsFewer: (months: string) =>
    `Alla punkter äldre än ${months} månader raderas vid nästa gallring. Det går inte att ångra.`,
  fewerTitle: (months: string) => `Spara punkter i bara ${months} månader`,
  save: 'Spara',
  saving: 'Sparar …',
  groups: 'Brott som inte läses in',
  groupsIntro:
    'Rader av de här slagen avvisas, eftersom en punkt kan peka ut någons hem eller någons utsatthet. Administratören kan öppna ett slag och skriver då varför.',
  group: {
    dwelling: { name: 'Brott i bostad', what: 'Inbrott och andra brott i någons hem.' },
    close_relation: { name: 'Brott i nära relation', what: 'Brott mot en närstående.' },
    sexual: { name: 'Sexualbrott', what: 'Alla sexualbrott.' },
  } as Readonly<Record<string, { readonly name: string; readonly what: string }>>,
  closed: 'Avvisas',
  opened: 'Läses in',
  openedBy: (date: string, name: string) => `Öppnat ${date} av ${name}.`,
  open: 'Öppna',
  openNamed: (name: string) => `Öppna: ${name}`,
  openText: 'Rader av det här slaget läses in från och med nästa fil. Skälet skrivs i loggen.',
  close: 'Stäng igen',
  isClosed: (name: string) => `${name} avvisas igen från och med nästa fil.`,
  isOpened: (name: string) => `${name} läses in från och med nästa fil.`,
  reason: 'Skäl',
  reasonPlaceholder: 'Ändamål och rättslig grund',
  reasonMissing: 'Skriv skälet med minst tio tecken.',
  somebody: 'okänd',
  deletions: 'Vad gallringen har raderat',
  deletionsNone: 'Inget är raderat än. Här visas varje gallring: när, ur vilken källa och hur många punkter.',
  deletionsCaption: 'Gallringar, nyast först',
  at: 'När',
  source: 'Källa',
  before: 'Före',
  rows: 'Punkter',
  withdraw: {
    press: 'Dra tillbaka',
    named: (name: string) => `Dra tillbaka ${name}`,
    text: 'Källans alla rader tas bort, med det som bygger på dem: siffror, kartlager och svaren på sökningar efter platser. Det går inte att ångra. Filen kan läsas in på nytt.',
    reason: 'Skäl',
    reasonPlaceholder: 'Till exempel: fel fil, eller begäran från dataskyddsombudet',
    reasonMissing: 'Skriv skälet med minst tio tecken.',
    withdrawing: 'Drar tillbaka …',
    done: (name: string, rows: string, runs: string) =>
      `${name} är tillbakadragen: ${rows} rader och ${runs} ${runs === '1' ? 'sökning' : 'sökningar'} efter platser togs bort.`,
  },
};
