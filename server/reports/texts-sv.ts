import type { ReportTexts } from './texts.ts';

export const sv: ReportTexts = {
  kicker: 'Områdesrapport',
  subtitle: (set, code, year, asOf) => `${set}, kod ${code} · avser ${year} · underlag per ${asOf}`,
  basis:
    'Räknat på de kameror som du har behörighet att se: här den form som visas utan behörighet. Mark som ser obevakad ut kan vara bevakad.',
  footer: (asOf) =>
    `Redovisat utan behörighet. Maskerade platser visas som ruta, hemliga platser visas inte. Underlag per ${asOf}.`,
  page: 'Sida',
  source: 'Källa',
  facts: { population: 'Invånare', area: 'Areal', overall: 'Samlat problemindex' },
  mapHeading: 'Området och de öppna kamerorna',
  mapAlt: (area, scale, cameras, cells) =>
    `Karta över ${area} i skala ${scale} med områdets gräns, gator, vatten och bebyggelse. ${cameras === 0 ? 'Inga öppna kameror' : cameras === 1 ? 'En öppen kamera' : `${cameras} öppna kameror`} i kartbilden${cells === 0 ? '' : cells === 1 ? ' och en maskerad ruta' : ` och ${cells} maskerade rutor`}. Antalen i området står i tabellen Kameror.`,
  mapSource: (attributions) => `Kartunderlag: ${attributions}. SWEREF 99 TM, rutnätsnorr uppåt.`,
  mapWords: { north: 'N', scale: (scale) => `Skala ${scale}` },
  legend: {
    area: 'Områdets gräns',
    in_operation: 'Kamera i drift',
    planned: 'Planerad kamera',
    off: 'Kamera ur drift',
    coverage: 'Mark i bild',
    cell: 'Ruta med maskerad plats',
  },
  cellNote: (provision, authority, size) =>
    `Exakt placering bedöms vara sekretessbelagd (${provision}, ${authority}). Visas som ruta, ${size} × ${size}.`,
  masked: 'Maskerade och hemliga platser redovisas inte per område.',
  survey: {
    heading: 'Polisens trygghetsmätning',
    intro:
      'Värdena återges som de är publicerade. Index går från 0 (närmast obefintligt problem) till 6 (alarmerande påtagligt problem).',
    none: 'Det finns inga publicerade värden för området med dess nuvarande gränser.',
    chartAlt: (name, points) => `Linjediagram: ${name} per år. ${points}.`,
    indicator: 'Fråga',
    women: 'Kvinnor',
    men: 'Män',
    answers: 'Svar',
    answersOf: (year) => `Svar ${year}`,
    all: 'Området',
    threshold: (value) => `över ${value}: hög generell problemnivå`,
    tooFewSign: '..',
    missingSign: '–',
    tooFewShort: 'för få svar',
    missingShort: 'saknas',
    key: '.. för få svar för att redovisas. – uppgift saknas.',
    perCent: '%',
    responseRate: (percent, year) => `Svarsfrekvens ${year}: ${percent}`,
    grain: 'Finhet: område och år, höstens mätning',
  },
  crime: {
    heading: 'Brott och händelser',
    intro: 'Anmälda brott och kommunens egna händelser är två slags uppgifter och läggs aldrig ihop.',
    none: 'Inga källor med brott eller händelser är inlästa.',
    what: {
      recorded_crime: 'Anmälda brott',
      own_incidents: 'Kommunens egna händelser',
      guard_interventions: 'Ordningsvakters ingripanden',
    },
    withheldSign: '..',
    missingSign: '–',
    givenKey: '.. undanhållet av källan. – uppgift saknas.',
    grain: { point: 'punkter, räknade per område', square: 'rutor, räknade per område', area: 'antal per område' },
    category: 'Kategori',
    suppressedSign: (minimum) => `< ${minimum}`,
    key: (minimum) =>
      `< ${minimum}: antal från 1 till ${minimum - 1} redovisas inte. Summor redovisas inte. En kategori utan ett enda fall i området under perioden saknas i tabellen.`,
    partYears: (period) => `* Källan omfattar bara en del av året: ${period}.`,
    noCounts: 'Inga fall i området under perioden.',
    refused: (source) =>
      `${source} redovisas inte: dess koordinater är mittpunkter för större områden och kan inte räknas per delområde.`,
    grainLabel: 'Finhet',
    period: 'Period',
    coordinates: (share) => `${share} av källans poster har användbara koordinater`,
    coordinatesUnknown: 'andelen poster med användbara koordinater är okänd',
    noPeriod: 'ej angiven',
  },
  cameras: {
    heading: 'Kameror',
    organisation: 'Personuppgiftsansvarig',
    inOperation: 'I drift',
    planned: 'Planerade',
    off: 'Ur drift',
    total: 'Öppna kameror, alla',
    none: 'Inga öppna kameror står i området.',
    coverage: (area_m2, share) =>
      `Kamerorna i drift har ${area_m2} av områdets mark i bild, ${share} av arealen. Mark som två kameror ser räknas en gång.`,
    source: 'kommunens kameraregister i Kamerapunkt, kamera för kamera, så som det är när rapporten hämtas',
  },
  measures: {
    heading: 'Andra trygghetsskapande åtgärder',
    kind: 'Åtgärd',
    name: 'Benämning',
    from: 'Från',
    to: 'Till',
    ongoing: 'pågår',
    kinds: {
      lighting: 'Belysning',
      guards: 'Ordningsvakter',
      patrols: 'Patrullering',
      sight_lines: 'Siktröjning',
      locks: 'Lås och skalskydd',
      social_work: 'Socialt arbete',
      other: 'Annan åtgärd',
    },
    none: (year) => `Inga andra åtgärder i området är registrerade för ${year}.`,
    evidence:
      'Enligt den forskningsöversikt som Brå redovisade 2018 har kamerabevakning effekt tillsammans med två eller fler andra åtgärder, men inte ensam eller med bara en annan.',
    grain: (year) => `Åtgärder som gällde någon dag under ${year} och som berör området`,
  },
  places: {
    heading: 'Platser i området',
    grain: 'Platser vars mittpunkt ligger i området',
    type: 'Typ av plats',
    count: 'Antal',
    none: 'Inga platser är inlästa för området.',
  },
  method: {
    heading: 'Så är siffrorna räknade',
    paragraphs: (minimum, digest) => [
      [
        'Trygghetsmätningen.',
        'Värdena är publicerade av källan; inget index är omräknat. En serie omfattar bara de år då områdets kod stod för nuvarande gränser. Extra mätomgångar ingår inte. Med få svar är osäkerheten stor: små skillnader mellan år eller områden kan bero på slumpen.',
      ],
      [
        'Brott och händelser.',
        `Räknade är de fall vars koordinater ligger inom områdets gräns; fall utan koordinater ingår inte. Antal från 1 till ${minimum - 1} redovisas inte, och inga summor, så att ingen enskild kan urskiljas. Anmälda brott beror också på vad som anmäls och var polisen arbetar; det gäller särskilt narkotikabrott.`,
      ],
      [
        'Kameror.',
        'Bara öppna kameror är räknade. Polisens kamerapunkter och maskerade platser ingår inte, inte heller som rutor på kartan. Mark i bild är beräknad ur kamerans riktning, vinkel och räckvidd och de byggnader som skymmer.',
      ],
      [
        'Kontrollsumma.',
        `Rapportens siffror har kontrollsumman ${digest}. Samma underlag ger samma rapport och samma summa.`,
      ],
    ],
  },
};
