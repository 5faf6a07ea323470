type ImportKind = 'osm' | 'areas' | 'survey' | 'incidents' | 'cameras' | 'planned-mounts';

/** Data: källor, inläsning, åtkomst för andra program, loggen. */
export const data = {
  tabs: { label: 'Data', sources: 'Källor', import: 'Läs in', access: 'Åtkomst', log: 'Logg' },
  sources: {
    intro: 'Allt som kartan och siffrorna bygger på.',
    kinds: {
      areas: 'Områden',
      survey: 'Trygghetsmätning',
      incidents: 'Brott och händelser',
      cameras: 'Kameror',
      'planned-mounts': 'Kamerapunkter',
      osm: 'Karta, hus och platser',
      interventions: 'Andra åtgärder',
      example: 'Exempelkommunen',
    } as Readonly<Record<string, string>>,
    what: { recorded_crime: 'Anmälda brott', own_incidents: 'Kommunens egna händelser' } as Readonly<
      Record<string, string>
    >,
    grains: { point: 'punkter', square: 'antal per ruta', area: 'antal per område' } as Readonly<
      Record<string, string>
    >,
    timeGrains: { minute: 'minut', hour: 'timme', day: 'dag', month: 'månad' } as Readonly<Record<string, string>>,
    facts: {
      what: 'Innehåll',
      grain: 'Finhet',
      period: 'Period',
      loaded: 'Inläst',
      coordinates: 'Med användbara koordinater',
      rows: 'Rader',
      attribution: 'Upphov',
      licence: 'Licens',
    },
    grainAndTime: (grain: string, time: string) => `${grain}, tid per ${time}`,
    rows: (read: string, published: string, refused: string) =>
      `${read} lästa, ${published} publicerade, ${refused} avvisade`,
    age: (date: string, days: string) => `${date}, för ${days} ${days === '1' ? 'dag' : 'dagar'} sedan`,
    today: (date: string) => `${date}, i dag`,
    periodAge: (period: string, days: string) =>
      `${period}, slutade för ${days} ${days === '1' ? 'dag' : 'dagar'} sedan`,
    notLoaded: 'inte publicerad',
    refusedTitle: 'Bär ingen karta över täthet och inga platser',
    refusedText: 'Källan räknas inte per område och ligger inte till grund för platser att pröva.',
    few: 'Under 80 %: kartan över täthet har luckor.',
    secret: 'Källor till kameror och kamerapunkter visas inte här: antalet rader är ett antal platser.',
    empty: 'Inget är inläst',
    emptyText:
      'Här visas varje källa med period, ålder och hur mycket av den som gick att använda. Läs in den första från kommandoraden.',
    toImport: 'Så läser du in',
  },
  import: {
    intro:
      'Filer läses in från kommandoraden på servern, i ett steg. Inget syns för någon förrän hela filen är läst, och en avbruten inläsning lämnar inget efter sig.',
    steps: {
      areas: {
        title: 'Områden',
        what: 'Karta över områden: GeoPackage, GeoJSON eller Shapefile, i valfritt koordinatsystem.',
      },
      survey: { title: 'Trygghetsmätning', what: 'Tabell med område, fråga, år och värde: CSV eller XLSX.' },
      incidents: {
        title: 'Brott och händelser',
        what: 'Punkter med tid och slag: CSV. Kolumner känns igen eller pekas ut.',
      },
      osm: {
        title: 'Karta, hus och platser',
        what: 'Utdrag ur OpenStreetMap: .osm.pbf. Blir bakgrundskarta, hus som skymmer och platser.',
      },
      cameras: {
        title: 'Kameror',
        what: 'Befintliga kameror med riktning och räckvidd: GeoJSON, CSV eller GeoPackage.',
      },
      'planned-mounts': {
        title: 'Kamerapunkter',
        what: 'Polisens kamerapunkter, sekretessmarkerade från början. Ange organisation och beslutande myndighet.',
      },
    } as Record<ImportKind, { readonly title: string; readonly what: string }>,
    copy: 'Kopiera',
    copied: 'Kopierat.',
    copyFailed: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
    more: 'Byt ut filnamnen mot dina egna. Alla kolumner och val står i docs/import.md.',
    stop: 'Kör servern på den inbyggda databasen? Stoppa den först: bara ett program åt gången får öppna den.',
  },
  access: {
    intro:
      'QGIS, GDAL och kommunens egen kartklient kan läsa samma lager som kartan. De loggar in med en nyckel som har din roll, men aldrig din behörighet till sekretessbelagda platser.',
    address: 'Adress (OGC API Features och Tiles)',
    qgis: 'I QGIS: Lägg till lager, WFS / OGC API Features. Välj grundläggande inloggning, valfritt användarnamn och nyckeln som lösenord.',
    gdal: 'Med GDAL',
    title: 'Dina nycklar',
    none: 'Du har inga nycklar.',
    name: 'Vad nyckeln är till för',
    namePlaceholder: 'QGIS på jobbdatorn',
    nameMissing: 'Skriv vad nyckeln är till för, så att du vet vilken du ska dra in.',
    days: 'Gäller i',
    unitDays: 'dagar',
    create: 'Skapa nyckel',
    creating: 'Skapar …',
    onceTitle: 'Kopiera nyckeln nu',
    onceText: 'Den visas bara en gång. Den som har nyckeln läser kartan som du.',
    onceLabel: 'Nyckel',
    onceDone: 'Jag har kopierat den',
    validTo: (date: string) => `gäller till ${date}`,
    created: (date: string) => `skapad ${date}`,
    revoke: 'Dra in',
    revokeNamed: (name: string) => `Dra in nyckeln ${name}`,
    revokeAsk: (name: string) =>
      `Dra in ${name}? Det som använder nyckeln slutar fungera genast. Det går inte att ångra.`,
    revoked: (name: string) => `${name} är indragen.`,
  },
  log: {
    intro:
      'Vem som gjorde vad, nyast först. Loggen innehåller inga positioner, och ingen kan ändra eller ta bort i den.',
    notYours: 'Loggen läses av granskaren.',
    notYoursText:
      'Allt du ändrar, och varje gång du ser en sekretessbelagd plats, skrivs i loggen. Granskaren följer upp den.',
    caption: 'Logg, nyast först',
    at: 'Tid',
    who: 'Vem',
    what: 'Vad',
    subject: 'Vilket',
    system: 'Systemet',
    filter: 'Filtrera på person',
    filterAction: 'Visa',
    allActions: 'Allt',
    reads: 'Läsning av sekretess',
    writes: 'Ändringar',
    empty: 'Inget i loggen än',
    emptyText: 'Här visas varje ändring och varje läsning av en sekretessbelagd plats.',
    emptyFiltered: 'Inget i loggen passar filtret.',
    more: 'Visa fler',
    newest: (count: string) => `De ${count} nyaste.`,
    actions: {
      'site.create': 'Skapade en plats',
      'site.update': 'Ändrade en plats',
      'site.open': 'Öppnade en plats för andra',
      'site.close': 'Stängde en plats för andra',
      'site.delete': 'Tog bort en plats',
      'camera.create': 'Lade till en kamera',
      'camera.update': 'Ändrade en kamera',
      'camera.delete': 'Tog bort en kamera',
      'planned_mount.priority': 'Ändrade en kamerapunkts prioritet',
      'planned_mount.read': 'Såg kamerapunkter exakt',
      'overlay.read': 'Såg sekretessbelagda platser på kartan',
      'site.read': 'Såg sekretessbelagda platser i listan',
    } as Readonly<Record<string, string>>,
    otherAction: 'Annan händelse',
  },
};
