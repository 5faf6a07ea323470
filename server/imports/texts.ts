// Long on purpose: every word that the import says, in Swedish and in English, side by side.
import { formatNumber, formatPercent, type Locale } from '#core/format/number.ts';
import type { FaultCode } from './fault.ts';
import type { Reason } from './report.ts';

type Values = Readonly<Record<string, string | number>>;
type Say = (values: Values) => string;

/** The words of one language. */
export interface Texts {
  readonly usage: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly heading: Say;
  readonly file: string;
  readonly database: string;
  readonly embedded: string;
  readonly preparing: string;
  readonly stages: Readonly<Record<'read' | 'convert' | 'publish' | 'coverage' | 'clean', Say>>;
  readonly done: Say;
  readonly unchanged: string;
  readonly counts: Readonly<Record<'read' | 'new' | 'changed' | 'same' | 'gone' | 'refused', string>>;
  readonly refusedHeading: Say;
  readonly refusedRow: Say;
  readonly refusedFile: Say;
  readonly refusedSecret: string;
  readonly columns: readonly [string, string, string, string];
  readonly cancelled: string;
  readonly failed: string;
  readonly unexpected: Say;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly faults: Readonly<Record<FaultCode, Say>>;
  readonly notes: Readonly<Record<string, Say>>;
}

const count = (value: string | number | undefined, locale: Locale) => formatNumber(Number(value ?? 0), locale);

const stackingWhy: Readonly<Record<string, readonly [string, string]>> = {
  MANY_PER_POINT: ['hundratals händelser på varje punkt', 'hundreds of incidents on each point'],
  FEW_POINTS: ['få punkter i allt och många händelser på varje', 'few points in all with many incidents on each'],
  ONE_POINT_DOMINATES: [
    'mer än var femte händelse på en och samma punkt',
    'more than every fifth incident on one point',
  ],
};

const layerNames: Readonly<Record<string, readonly [string, string]>> = {
  place: ['Platser', 'Places'],
  building: ['Byggnader', 'Buildings'],
  mast: ['Stolpar och master', 'Poles and masts'],
  street: ['Gator och spår', 'Streets and rails'],
  land: ['Mark', 'Land'],
  camera: ['Kameror', 'Cameras'],
};

/** "4 637 nya, 3 borttagna": what is not zero. */
function countsOf(counts: Values, texts: Texts): string {
  const locale = texts === sv ? 'sv' : 'en';
  return (['new', 'changed', 'same', 'gone'] as const)
    .filter((key) => Number(counts[key]) > 0)
    .map((key) => `${count(counts[key], locale)} ${texts.counts[key]}`)
    .join(', ');
}

export const sv: Texts = {
  usage: `Användning: npm run import -- <slag> <fil> [fält=kolumn …] [val=värde …] [--lang=en]

Slag:
  areas            områden (delområden, stadsdelar, DeSO …) ur en karta
  survey           trygghetsmätningens värden per område och år
  incidents        brott eller händelser som punkter
  cameras          befintliga kameror
  planned-mounts   polisens kamerapunkter (sekretess; organisation= och authority= krävs)
  osm              gator, byggnader, platser, mark, stolpar och kameror ur OpenStreetMap

Allt om kolumner och val: docs/import.md`,
  kinds: {
    areas: 'områden',
    survey: 'trygghetsmätning',
    incidents: 'brott och händelser',
    cameras: 'kameror',
    'planned-mounts': 'kamerapunkter',
    osm: 'OpenStreetMap',
  },
  heading: ({ kind }) => `Kamerapunkt läser in ${kind}`,
  file: 'Fil',
  database: 'Databas',
  embedded: 'inbyggd',
  preparing: 'Förbereder databasen (första gången tar det några sekunder) …',
  stages: {
    read: ({ rows }) => `${count(rows, 'sv')} rader lästa`,
    convert: () => 'Filen packas upp och räknas om till SWEREF 99 TM',
    publish: ({ rows }) => `${count(rows, 'sv')} rader lästa, publicerar`,
    coverage: ({ rows }) => `Täckning beräknad för ${count(rows, 'sv')} kameror`,
    clean: ({ rows }) => `${count(rows, 'sv')} rader borttagna`,
  },
  done: ({ seconds }) => `Klart på ${seconds} s`,
  unchanged: 'Filen gav inget nytt: ingenting är ändrat.',
  counts: {
    read: 'lästa',
    new: 'nya',
    changed: 'ändrade',
    same: 'oförändrade',
    gone: 'borttagna',
    refused: 'avvisade',
  },
  refusedHeading: ({ shown, all }) =>
    shown === all
      ? `Avvisade rader (${count(all, 'sv')}):`
      : `Avvisade rader (de första ${count(shown, 'sv')} av ${count(all, 'sv')}):`,
  refusedRow: ({ row, field, value, reason }) =>
    `  rad ${row}, ${field}${value === '' ? '' : ` ”${value}”`}: ${reason}`,
  refusedFile: ({ file }) => `Alla avvisade rader: ${file}`,
  refusedSecret: 'Avvisade rader av detta slag skrivs inte till någon fil, och deras värden visas inte.',
  columns: ['rad', 'fält', 'värde', 'skäl'],
  cancelled: 'Avbruten. Ingenting av filen är inläst.',
  failed: 'Inläsningen misslyckades. Ingenting av filen är inläst.',
  unexpected: ({ message }) => `Ett fel som inte var väntat: ${message}`,
  reasons: {
    no_position: 'läge saknas',
    position_no_number: 'läget är inte två tal',
    position_null_island: 'läget 0, 0 betyder att läge saknas',
    position_outside: 'läget ligger utanför kartan',
    not_a_point: 'geometrin är ingen punkt',
    not_an_area: 'geometrin är ingen yta',
    no_geometry: 'geometri saknas',
    degenerate: 'geometrin har för få punkter eller är inte sluten',
    no_time: 'tid saknas',
    not_a_time: 'kan inte läsas som tid',
    not_a_day: 'kan inte läsas som datum',
    missing: 'värde saknas',
    not_a_number: 'är inget tal, eller ett negativt',
    out_of_range: 'ligger utanför det som är möjligt',
    not_a_choice: 'är inget av de värden som finns',
    too_long: 'är för långt',
    duplicate: 'finns redan på en annan rad med annat innehåll',
    too_few_columns: 'raden har för få kolumner',
    unknown_area: 'området finns inte i områdesindelningen',
    outside_cell: 'läget ligger utanför den ruta som är beslutad; det kräver ett nytt beslut',
    given_by_other_source: 'samma värde finns redan från en annan källa',
  },
  faults: {
    unknown_kind: ({ kind, kinds }) =>
      kind ? `Slaget ”${kind}” finns inte. Välj ett av: ${kinds}.` : `Ange vad filen innehåller: ${kinds}.`,
    no_such_file: ({ file }) => (file ? `Filen ${file} finns inte.` : 'Ange en fil.'),
    unknown_argument: ({ word, fields, options }) =>
      `”${word}” förstås inte. Skriv fält=kolumn för: ${fields || '–'}, eller val=värde för: ${options}.`,
    not_a_choice: ({ name, value, choices }) => `${name} är ”${value}”. Ange ett av: ${choices}.`,
    option_needed: ({ name }) =>
      name === 'authority'
        ? 'Ange authority=<myndighet>: en sekretessmarkering säger vilken myndighet som har beslutat den (OSL 5 kap. 5 §).'
        : `Ange ${name}=<kod>: kamerapunkterna hör till en organisation, till exempel polisen.`,
    no_such_column: ({ field, column, columns }) =>
      `Kolumnen ”${column}” för fältet ${field} finns inte. Filen har: ${columns}.`,
    column_needed: ({ field, columns }) =>
      `Ingen kolumn kunde kännas igen som ${field}. Skriv ${field}=<kolumn>. Filen har: ${columns}.`,
    no_positions: () =>
      'Filen har varken geometri eller kolumner för läge. Skriv lon=<kolumn> lat=<kolumn> (även för öst och nord).',
    no_header: () => 'Första raden ska vara rubriker, men den saknar namn eller innehåller bara tal.',
    unread_format: ({ file, said }) =>
      `Filen ${file} kan inte läsas: formatet är inte känt, eller filen är skadad.${said ? ` (GDAL: ${said})` : ''}`,
    unclosed_quote: ({ row }) =>
      `Ett citattecken som börjar före slutet av filen stängs aldrig (rad ${row}). Filen är troligen avklippt.`,
    truncated: () => 'Filen är avklippt eller skadad: den tar slut mitt i. Hämta den igen.',
    gdal: ({ said }) => `GDAL kunde inte läsa filen: ${said}`,
    no_rows: () => 'Filen är tom: den har inga rader att läsa in.',
    nothing_usable: ({ read }) => `Ingen av filens ${count(read, 'sv')} rader kunde läsas in.`,
    no_crs: ({ value }) =>
      `Det går inte att veta vilket koordinatsystem läget är i (${value}). Ange till exempel crs=3006 eller crs=3011.`,
    unknown_crs: ({ crs }) =>
      `Koordinatsystemet EPSG:${crs} känns inte igen i en tabell. Ange 4326, 3006, 3857 eller 3007–3018.`,
    several_layers: ({ layers }) => `Filen har flera lager. Välj ett med layer=…: ${layers}.`,
    no_such_layer: ({ layer, layers }) => `Lagret ${layer} finns inte. Filen har: ${layers}.`,
    source_of_other_kind: ({ source, kind }) =>
      `Källan ”${source}” finns redan och är av slaget ${kind}. Ange ett annat namn med source=….`,
    no_such_area_set: ({ set, sets }) =>
      `Områdesindelningen ”${set}” finns inte. ${sets ? `Välj en av: ${sets}.` : 'Läs in områden först.'}`,
    choose_area_set: ({ sets }) =>
      sets
        ? `Flera områdesindelningar finns. Välj en med set=…: ${sets}.`
        : 'Det finns inga områden. Läs in dem först.',
    no_such_organisation: ({ code, codes }) =>
      `Organisationen ”${code}” finns inte. ${codes ? `Det finns: ${codes}.` : ''} Lägg till den med organisation_name=<namn>.`,
    measure_needed: ({ indicator }) =>
      `Frågan ”${indicator}” är ny. Ange measure=INDEX_0_6 eller measure=PERCENT, eller en kolumn för det.`,
    directory_in_use: ({ directory, process }) =>
      `Kamerapunkt är igång med databasen i ${directory} (process ${process}). Stoppa servern först (Ctrl-C där den kör), läs in filen och starta den igen. Med PostgreSQL (DATABASE_URL) kan servern vara igång.`,
    cancelled: () => 'Avbruten.',
  },
  notes: {
    understood: ({ format, columns }) => `Läst som ${format}. ${columns ? `Kolumner: ${columns}.` : ''}`.trim(),
    waiting: ({ source }) => `En annan inläsning av ”${source}” pågår. Väntar på den.`,
    same_file: ({ source }) => `Samma fil är redan inläst som ”${source}”.`,
    leftover_removed: ({ source, rows, at }) =>
      `En inläsning av ”${source}” från ${at} (UTC) avbröts utan att bli klar. Dess ${count(rows, 'sv')} rader är nu borttagna; ingen hade sett dem.`,
    instance_named: ({ name }) =>
      `Kommunen heter nu ”${name}” och kartan öppnar här. (Annat namn: municipality=<namn>.)`,
    example_here: () =>
      'Obs! Databasen innehåller den påhittade exempelkommunen. Läs in riktiga data i en egen databas (DATA_DIR eller DATABASE_URL).',
    area_set: ({ set }) => `Områdesindelningens kod är ”${set}”.`,
    parts_joined: ({ code, parts }) => `Område ${code} stod på ${parts} rader som är hopfogade till ett.`,
    made_valid: ({ code, row }) => `Område ${code} (rad ${row}) korsade sig självt och är rättat.`,
    no_category_column: () =>
      'Ingen kolumn för brottstyp: allt räknas som övrigt. Skriv category=<kolumn>, eller till exempel category=violence för hela filen.',
    share_with_coordinates: ({ share }) =>
      `${formatPercent(Number(share), 'sv', 1)} av raderna har användbara koordinater.`,
    month_only: () => 'Källan anger bara månad: timme på dygnet är okänd.',
    day_only: () => 'Källan anger bara dag: timme på dygnet är okänd.',
    months_missing: ({ months, count: missing }) =>
      `Luckor: ${missing} månader mitt i perioden har inga rader (${months}). En lucka är ingen nedgång.`,
    stacked: ({ points, incidents, why }) =>
      `Punkterna är inte platser: ${count(incidents, 'sv')} händelser ligger på ${count(points, 'sv')} punkter (${stackingWhy[String(why)]?.[0] ?? why}), troligen mittpunkter av kommuner eller distrikt. Källan används därför inte för täthet, förslag eller antal per område.`,
    unknown_categories: ({ rows, names }) =>
      `${count(rows, 'sv')} rader har en brottstyp som inte känns igen och räknas som övrigt: ${names}.`,
    osm_read: ({ read, wanted }) =>
      `${count(read, 'sv')} objekt i utdraget, varav ${count(wanted, 'sv')} används av kartan.`,
    osm_layer: ({ layer, ...counts }) =>
      `${layerNames[String(layer)]?.[0] ?? layer}: ${count(Number(counts['new']) + Number(counts['changed']) + Number(counts['same']), 'sv')} (${countsOf(counts, sv)}).`,
    split_parts: ({ rows }) => `Byggnader i flera delar är delade: ${count(rows, 'sv')} ytor fler än rader.`,
    seen_anew: ({ rows }) => `Täckningen är omräknad för ${count(rows, 'sv')} kameror, eftersom byggnaderna ändrades.`,
    bearing_unknown: ({ rows, all }) =>
      `${count(rows, 'sv')} av ${count(all, 'sv')} kameror har okänd riktning: de visas utan täckning.`,
    keys_not_unique: ({ column }) =>
      `Kolumnen ”${column}” skiljer inte raderna åt: de känns i stället igen på allt som står i dem.`,
    kept_touched: ({ rows }) =>
      `${count(rows, 'sv')} platser finns inte längre i filen men är kvar: någon har ändrat, öppnat eller sekretessmarkerat dem.`,
    unread_values: ({ field, rows, examples }) =>
      `${count(rows, 'sv')} värden i fältet ${field} kunde inte läsas och är lämnade som okända: ${examples}.`,
    serial_days: ({ field, rows, examples }) =>
      `${count(rows, 'sv')} datum i fältet ${field} står som kalkylbladets dagnummer (${examples}) och är omräknade. Kontrollera några: dag och månad kan ha bytt plats innan de blev nummer.`,
    survey_set: ({ set }) => `Värdena hör till områdesindelningen ”${set}”.`,
    new_indicator: ({ name, measure }) =>
      `Ny fråga: ”${name}” (${measure === 'PERCENT' ? 'andel i procent' : 'index 0–6'}). Den räknas inte som en fråga där kameror kan hjälpa.`,
    withheld: ({ rows }) =>
      `Ingen ruta har nog många tänkbara platser för att dölja kamerapunkten på rad ${rows}: ingenting om den visas för den som saknar behörighet. Läs in byggnader (osm) före kamerapunkterna.`,
    mounts_gone: ({ rows }) =>
      `${count(rows, 'sv')} kamerapunkter finns inte längre i filen: de är satta som inte aktuella, inte raderade.`,
    mounts_marked: ({ provision, authority, date }) =>
      `Nya kamerapunkter är sekretessmarkerade: ${provision}, ${date}, ${authority}.`,
    far_away: ({ rows, km }) => `${count(rows, 'sv')} rader ligger mer än ${km} km från filens mitt.`,
  },
};

export const en: Texts = {
  usage: `Usage: npm run import -- <kind> <file> [field=column …] [option=value …] [--lang=sv]

Kinds:
  areas            areas (survey areas, districts, DeSO …) from a map
  survey           values of the safety survey by area and year
  incidents        crimes or incidents as points
  cameras          existing cameras
  planned-mounts   the police's planned mounts (secret; organisation= and authority= are needed)
  osm              streets, buildings, places, land, masts and cameras from OpenStreetMap

All about columns and options: docs/import.md`,
  kinds: {
    areas: 'areas',
    survey: 'the safety survey',
    incidents: 'crimes and incidents',
    cameras: 'cameras',
    'planned-mounts': 'planned mounts',
    osm: 'OpenStreetMap',
  },
  heading: ({ kind }) => `Kamerapunkt imports ${kind}`,
  file: 'File',
  database: 'Database',
  embedded: 'embedded',
  preparing: 'Preparing the database (the first time takes some seconds) …',
  stages: {
    read: ({ rows }) => `${count(rows, 'en')} rows read`,
    convert: () => 'Unpacking the file and converting it to SWEREF 99 TM',
    publish: ({ rows }) => `${count(rows, 'en')} rows read, publishing`,
    coverage: ({ rows }) => `Coverage computed for ${count(rows, 'en')} cameras`,
    clean: ({ rows }) => `${count(rows, 'en')} rows removed`,
  },
  done: ({ seconds }) => `Done in ${seconds} s`,
  unchanged: 'The file gave nothing new: nothing has changed.',
  counts: { read: 'read', new: 'new', changed: 'changed', same: 'same', gone: 'gone', refused: 'refused' },
  refusedHeading: ({ shown, all }) =>
    shown === all
      ? `Refused rows (${count(all, 'en')}):`
      : `Refused rows (the first ${count(shown, 'en')} of ${count(all, 'en')}):`,
  refusedRow: ({ row, field, value, reason }) =>
    `  row ${row}, ${field}${value === '' ? '' : ` "${value}"`}: ${reason}`,
  refusedFile: ({ file }) => `All refused rows: ${file}`,
  refusedSecret: 'Refused rows of this kind are written to no file, and their values are not shown.',
  columns: ['row', 'field', 'value', 'reason'],
  cancelled: 'Cancelled. Nothing of the file has been imported.',
  failed: 'The import failed. Nothing of the file has been imported.',
  unexpected: ({ message }) => `An error that was not expected: ${message}`,
  reasons: {
    no_position: 'there is no position',
    position_no_number: 'the position is not two numbers',
    position_null_island: 'the position 0, 0 means that there is none',
    position_outside: 'the position lies off the map',
    not_a_point: 'the geometry is not a point',
    not_an_area: 'the geometry is not an area',
    no_geometry: 'there is no geometry',
    degenerate: 'the geometry has too few points or is not closed',
    no_time: 'there is no time',
    not_a_time: 'cannot be read as a time',
    not_a_day: 'cannot be read as a date',
    missing: 'there is no value',
    not_a_number: 'is not a number, or a negative one',
    out_of_range: 'is outside what is possible',
    not_a_choice: 'is none of the values there are',
    too_long: 'is too long',
    duplicate: 'stands on another row already with other content',
    too_few_columns: 'the row has too few columns',
    unknown_area: 'there is no such area in the set of areas',
    outside_cell: 'the position lies outside the cell that was decided; that takes a new decision',
    given_by_other_source: 'the same value is there already from another source',
  },
  faults: {
    unknown_kind: ({ kind, kinds }) =>
      kind ? `There is no kind "${kind}". Choose one of: ${kinds}.` : `Say what the file holds: ${kinds}.`,
    no_such_file: ({ file }) => (file ? `There is no file ${file}.` : 'Name a file.'),
    unknown_argument: ({ word, fields, options }) =>
      `"${word}" is not understood. Write field=column for: ${fields || '–'}, or option=value for: ${options}.`,
    not_a_choice: ({ name, value, choices }) => `${name} is "${value}". Give one of: ${choices}.`,
    option_needed: ({ name }) =>
      name === 'authority'
        ? 'Give authority=<authority>: a secrecy marking says which authority decided it (OSL 5:5).'
        : `Give ${name}=<code>: planned mounts belong to an organisation, such as the police.`,
    no_such_column: ({ field, column, columns }) =>
      `There is no column "${column}" for the field ${field}. The file has: ${columns}.`,
    column_needed: ({ field, columns }) =>
      `No column could be recognised as ${field}. Write ${field}=<column>. The file has: ${columns}.`,
    no_positions: () =>
      'The file has neither geometry nor columns of positions. Write lon=<column> lat=<column> (for east and north too).',
    no_header: () => 'The first row must be headings, but it has no names or nothing but numbers.',
    unread_format: ({ file, said }) =>
      `The file ${file} cannot be read: its format is not known, or it is damaged.${said ? ` (GDAL: ${said})` : ''}`,
    unclosed_quote: ({ row }) =>
      `A quotation mark is opened and never closed before the file ends (row ${row}). The file has probably been cut off.`,
    truncated: () => 'The file is cut off or damaged: it ends in the middle. Fetch it again.',
    gdal: ({ said }) => `GDAL could not read the file: ${said}`,
    no_rows: () => 'The file is empty: it has no rows to import.',
    nothing_usable: ({ read }) => `None of the file's ${count(read, 'en')} rows could be imported.`,
    no_crs: ({ value }) =>
      `It is not possible to know which coordinate system the position is in (${value}). Give for example crs=3006 or crs=3011.`,
    unknown_crs: ({ crs }) =>
      `The coordinate system EPSG:${crs} is not recognised in a table. Give 4326, 3006, 3857 or 3007–3018.`,
    several_layers: ({ layers }) => `The file has several layers. Choose one with layer=…: ${layers}.`,
    no_such_layer: ({ layer, layers }) => `There is no layer ${layer}. The file has: ${layers}.`,
    source_of_other_kind: ({ source, kind }) =>
      `The source "${source}" is there already and is of the kind ${kind}. Give another name with source=….`,
    no_such_area_set: ({ set, sets }) =>
      `There is no set of areas "${set}". ${sets ? `Choose one of: ${sets}.` : 'Import areas first.'}`,
    choose_area_set: ({ sets }) =>
      sets
        ? `There are several sets of areas. Choose one with set=…: ${sets}.`
        : 'There are no areas. Import them first.',
    no_such_organisation: ({ code, codes }) =>
      `There is no organisation "${code}". ${codes ? `There are: ${codes}.` : ''} Add it with organisation_name=<name>.`,
    measure_needed: ({ indicator }) =>
      `The question "${indicator}" is new. Give measure=INDEX_0_6 or measure=PERCENT, or a column for it.`,
    directory_in_use: ({ directory, process }) =>
      `Kamerapunkt is running on the database in ${directory} (process ${process}). Stop the server first (Ctrl-C where it runs), import the file and start it again. With PostgreSQL (DATABASE_URL) the server can keep running.`,
    cancelled: () => 'Cancelled.',
  },
  notes: {
    understood: ({ format, columns }) => `Read as ${format}. ${columns ? `Columns: ${columns}.` : ''}`.trim(),
    waiting: ({ source }) => `Another import of "${source}" is running. Waiting for it.`,
    same_file: ({ source }) => `The same file has been imported as "${source}" already.`,
    leftover_removed: ({ source, rows, at }) =>
      `An import of "${source}" of ${at} (UTC) was stopped before it was done. Its ${count(rows, 'en')} rows have now been removed; nobody had seen them.`,
    instance_named: ({ name }) =>
      `The municipality is now called "${name}" and the map opens here. (Another name: municipality=<name>.)`,
    example_here: () =>
      'Note: the database holds the invented example municipality. Import real data into a database of its own (DATA_DIR or DATABASE_URL).',
    area_set: ({ set }) => `The code of the set of areas is "${set}".`,
    parts_joined: ({ code, parts }) => `Area ${code} stood on ${parts} rows, which were joined into one.`,
    made_valid: ({ code, row }) => `Area ${code} (row ${row}) crossed itself and has been mended.`,
    no_category_column: () =>
      'No column of crime types: everything counts as other. Write category=<column>, or for example category=violence for the whole file.',
    share_with_coordinates: ({ share }) =>
      `${formatPercent(Number(share), 'en', 1)} of the rows have usable coordinates.`,
    month_only: () => 'The source gives the month alone: the hour of the day is not known.',
    day_only: () => 'The source gives the day alone: the hour of the day is not known.',
    months_missing: ({ months, count: missing }) =>
      `Gaps: ${missing} months inside the period have no rows (${months}). A gap is not a fall.`,
    stacked: ({ points, incidents, why }) =>
      `The points are not places: ${count(incidents, 'en')} incidents lie on ${count(points, 'en')} points (${stackingWhy[String(why)]?.[1] ?? why}), probably the middles of municipalities or districts. The source is therefore not used for density, suggestions or counts by area.`,
    unknown_categories: ({ rows, names }) =>
      `${count(rows, 'en')} rows have a crime type that is not recognised and count as other: ${names}.`,
    osm_read: ({ read, wanted }) =>
      `${count(read, 'en')} objects in the extract, of which the map uses ${count(wanted, 'en')}.`,
    osm_layer: ({ layer, ...counts }) =>
      `${layerNames[String(layer)]?.[1] ?? layer}: ${count(Number(counts['new']) + Number(counts['changed']) + Number(counts['same']), 'en')} (${countsOf(counts, en)}).`,
    split_parts: ({ rows }) =>
      `Buildings of several parts have been split: ${count(rows, 'en')} more outlines than rows.`,
    seen_anew: ({ rows }) => `Coverage computed anew for ${count(rows, 'en')} cameras, as the buildings changed.`,
    bearing_unknown: ({ rows, all }) =>
      `${count(rows, 'en')} of ${count(all, 'en')} cameras have an unknown bearing: they are shown without coverage.`,
    keys_not_unique: ({ column }) =>
      `The column "${column}" does not tell the rows apart: they are recognised by all that stands in them instead.`,
    kept_touched: ({ rows }) =>
      `${count(rows, 'en')} sites are no longer in the file but stay: someone has changed, opened or marked them.`,
    unread_values: ({ field, rows, examples }) =>
      `${count(rows, 'en')} values of the field ${field} could not be read and are left unknown: ${examples}.`,
    serial_days: ({ field, rows, examples }) =>
      `${count(rows, 'en')} dates of the field ${field} stand as the spreadsheet's serial numbers (${examples}) and have been converted. Check some: day and month may have changed places before they became numbers.`,
    survey_set: ({ set }) => `The values belong to the set of areas "${set}".`,
    new_indicator: ({ name, measure }) =>
      `New question: "${name}" (${measure === 'PERCENT' ? 'share in per cent' : 'index 0–6'}). It does not count as one that cameras may help.`,
    withheld: ({ rows }) =>
      `No cell has enough plausible places to hide the planned mount on row ${rows}: nothing of it is shown to those who are not cleared. Import buildings (osm) before planned mounts.`,
    mounts_gone: ({ rows }) =>
      `${count(rows, 'en')} planned mounts are no longer in the file: they are set as not current, not deleted.`,
    mounts_marked: ({ provision, authority, date }) =>
      `New planned mounts are marked secret: ${provision}, ${date}, ${authority}.`,
    far_away: ({ rows, km }) => `${count(rows, 'en')} rows lie more than ${km} km from the middle of the file.`,
  },
};

export function textsIn(locale: Locale): Texts {
  return locale === 'sv' ? sv : en;
}
