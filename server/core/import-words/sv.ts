// Long on purpose: the sentences of one language about a file, beside each other.
import { fieldNames, kindNames, optionNames } from './names.ts';
import { countsOf, layerNames, stackingWhy, type Say } from './said.ts';
import { formatNumber, formatPercent } from '../format/number.ts';

const count = (value: string | number | undefined) => formatNumber(Number(value ?? 0), 'sv');

const fieldNamed = (field: string | number | undefined) => fieldNames[String(field)]?.[0] ?? String(field);
const optionNamed = (option: string | number | undefined) => optionNames[String(option)]?.[0] ?? String(option);
const kindNamed = (kind: string | number | undefined) =>
  (kindNames as Readonly<Record<string, readonly [string, string]>>)[String(kind)]?.[0] ?? String(kind);

export const reasons = {
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
  not_a_period:
    'kan inte läsas som år, månad, kvartal eller annan period (veckor hör till ingen månad och tas inte in)',
  period_over_years: 'perioden sträcker sig över ett årsskifte: antalet hör inte till något ett år',
  not_a_square: 'är inte namnet på en ruta, hörnet av en ruta eller en kvadrat',
  not_on_grid: 'rutans hörn ligger inte på en jämn multipel av rutans storlek',
  given_by_other_source: 'samma värde finns redan från en annan källa',
  personal_number: 'ett personnummer eller samordningsnummer står på raden; inget av den sparas',
  sensitive_dwelling: 'brott i bostad läses inte in, om inte en administratör har öppnat det med ett skäl',
  sensitive_close_relation: 'brott i nära relation läses inte in, om inte en administratör har öppnat det med ett skäl',
  sensitive_sexual: 'sexualbrott läses inte in, om inte en administratör har öppnat det med ett skäl',
} satisfies Readonly<Record<string, string>>;

export const faults = {
  unknown_kind: ({ kind, kinds }) =>
    kind ? `Slaget ”${kind}” finns inte. Välj ett av: ${kinds}.` : `Ange vad filen innehåller: ${kinds}.`,
  no_such_file: ({ file }) => (file ? `Filen ${file} finns inte.` : 'Ange en fil.'),
  unknown_argument: ({ word, fields, options }) => `”${word}” förstås inte. Fält: ${fields || '–'}. Val: ${options}.`,
  not_a_choice: ({ name, value, choices }) =>
    `”${value}” går inte att välja för ${optionNamed(name)}. Ange ett av: ${choices}.`,
  option_needed: ({ name }) =>
    name === 'authority'
      ? 'Ange beslutande myndighet: en sekretessmarkering säger vilken myndighet som har beslutat den (OSL 5 kap. 5 §).'
      : `Ange ${optionNamed(name)}: kamerapunkterna hör till en organisation, till exempel polisen.`,
  no_such_column: ({ field, column, columns }) =>
    `Kolumnen ”${column}” för ${fieldNamed(field)} finns inte. Filen har: ${columns}.`,
  column_needed: ({ field, columns }) =>
    `Ingen kolumn kunde kännas igen som ${fieldNamed(field)}. Filen har: ${columns}.`,
  no_positions: () =>
    'Filen har varken geometri eller kolumner för läge. Välj kolumner för longitud och latitud, eller öst och nord.',
  no_header: () => 'Första raden ska vara rubriker, men den saknar namn eller innehåller bara tal.',
  unread_format: ({ file, said }) =>
    `Filen ${file} kan inte läsas: formatet är inte känt, eller filen är skadad.${said ? ` (GDAL: ${said})` : ''}`,
  unclosed_quote: ({ row }) =>
    `Ett citattecken som börjar före slutet av filen stängs aldrig (rad ${row}). Filen är troligen avklippt.`,
  truncated: () => 'Filen är avklippt eller skadad: den tar slut mitt i. Hämta den igen.',
  gdal: ({ said }) => `GDAL kunde inte läsa filen: ${said}`,
  no_rows: () => 'Filen är tom: den har inga rader att läsa in.',
  nothing_usable: ({ read }) => `Ingen av filens ${count(read)} rader kunde läsas in.`,
  no_crs: ({ value }) => `Det går inte att veta vilket koordinatsystem läget är i (${value}). Välj det.`,
  unknown_crs: ({ crs }) =>
    `Koordinatsystemet EPSG:${crs} känns inte igen i en tabell. De som går att välja är SWEREF 99, RT 90, ETRS89/UTM, WGS 84 och några andra länders.`,
  several_layers: ({ layers }) => `Filen har flera lager. Välj ett: ${layers}.`,
  no_such_layer: ({ layer, layers }) => `Lagret ${layer} finns inte. Filen har: ${layers}.`,
  source_of_other_kind: ({ source, kind }) =>
    `Källan ”${source}” finns redan och är av slaget ${kindNamed(kind)}. Ge källan ett annat namn.`,
  source_waits: ({ source }) =>
    `En annan fil är redan inläst till källan ”${source}” och väntar på att publiceras. Publicera eller släng den först, eller ge källan ett annat namn.`,
  no_such_area_set: ({ set, sets }) =>
    `Områdesindelningen ”${set}” finns inte. ${sets ? `Välj en av: ${sets}.` : 'Läs in områden först.'}`,
  choose_area_set: ({ sets }) =>
    sets ? `Flera områdesindelningar finns. Välj en: ${sets}.` : 'Det finns inga områden. Läs in dem först.',
  no_such_organisation: ({ code, codes }) =>
    `Organisationen ”${code}” finns inte. ${codes ? `Det finns: ${codes}.` : ''} Ge dess namn, så läggs den till.`,
  measure_needed: ({ indicator }) =>
    `Frågan ”${indicator}” är ny. Välj mått: index 0–6, andel i procent eller ett annat index.`,
  directory_in_use: ({ directory, process }) =>
    `Kamerapunkt är igång med databasen i ${directory} (process ${process}). Stoppa servern först (Ctrl-C där den kör), läs in filen och starta den igen. Med PostgreSQL (DATABASE_URL) kan servern vara igång.`,
  not_ready: () => 'Inläsningen är inte färdig att publicera.',
  not_last: () =>
    'Publiceringen kan inte tas tillbaka: en senare har kommit efter den, den är redan tillbakatagen, eller så finns det som visades före den inte kvar. Dra tillbaka hela källan om inget av den ska visas.',
  points_deleted: () =>
    'Publiceringen kan inte tas tillbaka: en del av punkterna är raderade för att deras tid är ute, och antalen av dem är kvar. Dra tillbaka hela källan i stället.',
  set_of_other_source: ({ set, source }) =>
    `Områdesindelningen ”${set}” kommer från källan ”${source}”. Välj samma källa eller en annan kod för indelningen.`,
  unexpected: ({ message }) => `Ett fel som inte var väntat: ${message}`,
  kind_needed: () => 'Det går inte att se vad filen innehåller. Välj ett slag.',
  only_headings: () => 'Filen har rubriker men inga rader under dem.',
  nul_bytes: () =>
    'Filen har tecken som inte är text (NUL): den är skadad, aldrig färdigskriven eller ingen textfil. Hämta eller exportera den igen.',
  field_too_long: ({ row, most }) =>
    `En rad är längre än ${count(most)} tecken (rad ${row}). Troligen saknas ett avslutande citattecken någonstans före den.`,
  zip_in_zip: ({ files }) =>
    `Zip-filen innehåller nya zip-filer (${files}). Packa upp den och skicka filerna var för sig.`,
  zip_without_data: ({ files }) => `Zip-filen innehåller ingen fil som kan läsas in${files ? ` (${files})` : ''}.`,
  zip_bomb: ({ megabytes }) =>
    `Filen packas inte upp: den blir orimligt stor${megabytes ? ` (över ${count(megabytes)} MB)` : ''} mot vad den är packad. Skicka den opackad om den är rätt.`,
  too_large: ({ format, megabytes, most }) =>
    `Filen är för stor för sitt format: ${format} läses helt i minnet, och ${count(megabytes)} MB är mer än ${count(most)} MB. Spara den som CSV eller GeoPackage.`,
  password_protected: ({ file }) => `Filen ${file} är skyddad med lösenord. Ta bort lösenordet och spara den igen.`,
  old_excel: ({ file }) =>
    `Filen ${file} är i ett Excel-format som inte läses (.xls, .xlsb). Spara den som XLSX eller CSV.`,
  document: ({ file, format }) =>
    format === 'html'
      ? `Filen ${file} är en webbsida, troligen en inloggningssida som sparats i stället för filen. Hämta den igen.`
      : `Filen ${file} är ett dokument (PDF, Word eller liknande), ingen tabell eller karta. Be om filen som XLSX, CSV eller GeoPackage.`,
  not_in_crs: ({ value }) => `Filen säger ett koordinatsystem som dess tal inte kan vara i (${value}). Välj det rätta.`,
  cancelled: () => 'Avbruten.',
} satisfies Readonly<Record<string, Say>>;

export const notes = {
  understood: ({ format, columns }) => `Läst som ${format}. ${columns ? `Kolumner: ${columns}.` : ''}`.trim(),
  not_published: () => 'Ingenting är publicerat: det här är vad filen skulle ändra.',
  waiting: () => 'En annan inläsning av samma slag pågår. Väntar på den.',
  same_file: ({ source }) => `Samma fil är redan inläst som ”${source}”.`,
  leftover_removed: ({ source, rows, at }) =>
    `En inläsning av ”${source}” från ${at} (UTC) avbröts utan att bli klar. Dess ${count(rows)} rader är nu borttagna; ingen hade sett dem.`,
  instance_named: ({ name }) => `Kommunen heter nu ”${name}” och kartan öppnar här.`,
  example_here: () => 'Obs! Databasen innehåller den påhittade exempelkommunen. Läs in riktiga data i en egen databas.',
  area_set: ({ set }) => `Områdesindelningens kod är ”${set}”.`,
  areas_overlap: ({ pairs, one, other, m2 }) =>
    `${count(pairs)} par av områden ligger över varandra, mest ”${one}” och ”${other}” (${count(m2)} m²). En plats där räknas till båda.`,
  areas_gaps: ({ holes, m2 }) =>
    `Mellan områdena finns ${count(holes)} luckor (${count(m2)} m²) som inte hör till något område.`,
  parts_joined: ({ code, parts }) => `Område ${code} stod på ${parts} rader som är hopfogade till ett.`,
  made_valid: ({ code, row }) => `Område ${code} (rad ${row}) korsade sig självt och är rättat.`,
  no_category_column: () =>
    'Ingen kolumn för brottstyp: allt räknas som övrigt. Välj kolumnen, eller en brottstyp för hela filen.',
  share_with_coordinates: ({ share }) =>
    `${formatPercent(Number(share), 'sv', 1)} av raderna har användbara koordinater.`,
  month_only: () => 'Källan anger bara månad: timme på dygnet är okänd.',
  day_only: () => 'Källan anger bara dag: timme på dygnet är okänd.',
  months_missing: ({ months, count: missing }) =>
    `Luckor: ${missing} månader mitt i perioden har inga rader (${months}). En lucka är ingen nedgång.`,
  stacked: ({ points, incidents, why }) =>
    `Punkterna är inte platser: ${count(incidents)} händelser ligger på ${count(points)} punkter (${stackingWhy[String(why)]?.[0] ?? why}), troligen mittpunkter av kommuner eller distrikt. Källan används därför inte för täthet, förslag eller antal per område.`,
  unknown_categories: ({ rows, names }) =>
    `${count(rows)} rader har en brottstyp som inte känns igen och räknas som övrigt: ${names}.`,
  osm_read: ({ read, wanted }) => `${count(read)} objekt i utdraget, varav ${count(wanted)} används av kartan.`,
  osm_layer: ({ layer, ...counts }) =>
    `${layerNames[String(layer)]?.[0] ?? layer}: ${count(Number(counts['new']) + Number(counts['changed']) + Number(counts['same']))} (${countsOf(counts, 'sv')}).`,
  split_parts: ({ rows }) => `Byggnader i flera delar är delade: ${count(rows)} ytor fler än rader.`,
  seen_anew: ({ rows }) => `Täckningen är omräknad för ${count(rows)} kameror, eftersom byggnaderna ändrades.`,
  bearing_unknown: ({ rows, all }) =>
    `${count(rows)} av ${count(all)} kameror har okänd riktning: de visas utan täckning.`,
  keys_not_unique: ({ column }) =>
    `Kolumnen ”${column}” skiljer inte raderna åt: de känns i stället igen på allt som står i dem.`,
  kept_touched: ({ rows }) =>
    `${count(rows)} platser finns inte längre i filen men är kvar: någon har ändrat, öppnat eller sekretessmarkerat dem.`,
  unread_values: ({ field, rows, examples }) =>
    `${count(rows)} värden i fältet ${field} kunde inte läsas och är lämnade som okända: ${examples}.`,
  serial_days: ({ field, rows, examples }) =>
    `${count(rows)} datum i fältet ${field} står som kalkylbladets dagnummer (${examples}) och är omräknade. Kontrollera några: dag och månad kan ha bytt plats innan de blev nummer.`,
  survey_set: ({ set }) => `Värdena hör till områdesindelningen ”${set}”.`,
  new_indicator: ({ name, measure }) =>
    `Ny fråga: ”${name}” (${measure === 'PERCENT' ? 'andel i procent' : 'index 0–6'}). Den räknas inte som en fråga där kameror kan hjälpa.`,
  withheld: ({ rows }) =>
    `Ingen ruta har nog många tänkbara platser för att dölja kamerapunkten på rad ${rows}: ingenting om den visas för den som saknar behörighet. Läs in byggnader (osm) före kamerapunkterna.`,
  mounts_gone: ({ rows }) =>
    `${count(rows)} kamerapunkter finns inte längre i filen: de är satta som inte aktuella, inte raderade.`,
  mounts_marked: ({ provision, authority, date }) =>
    `Nya kamerapunkter är sekretessmarkerade: ${provision}, ${date}, ${authority}.`,
  sheet_without_year: ({ sheet }) => `Bladet ”${sheet}” har inget år i sitt namn och är inte inläst.`,
  wide: ({ columns }) => `En kolumn för varje: ${columns}.`,
  wholes_aside: ({ rows, names }) =>
    `${count(rows)} värden för en helhet är åtskilda från områdena och inte inlästa: ${names}.`,
  blanks: ({ withheld, missing, zero }) =>
    `${count(withheld)} antal är undanhållna av källan (..), ${count(missing)} saknas (tomma) och ${count(zero)} streck (–) är lästa som noll. De är tre olika saker.`,
  sums_aside: ({ rows }) =>
    `${count(rows)} rader är summor av andra rader (till exempel ”Totalt antal brott”) och är inte inlästa: inget brott räknas två gånger.`,
  rests: ({ rows }) =>
    `${count(rows)} rubriker har delar som står på egna rader i filen. Av rubriken är det kvar som delarna lämnar (”…, övrigt”).`,
  nested_periods: ({ rows }) =>
    `${count(rows)} rader gäller en tid som andra rader redan täcker (ett år bredvid sina månader) och är inte inlästa.`,
  square_size: ({ size }) => `Rutornas storlek är ${count(size)} m, efter deras hörn.`,
  doubled: ({ rows }) => `${count(rows)} rader hade samma nyckel som en tidigare rad i filen och räknas en gång.`,
  far_away: ({ rows, km }) => `${count(rows)} rader ligger mer än ${km} km från filens mitt.`,
  totals_aside: ({ count: all, rows }) =>
    `${count(all)} rader med totaler är inte data och lästes inte in (rad ${rows}). Välj att behålla summarader om de ska med.`,
  footnotes_aside: ({ count: all, rows }) => `${count(all)} fotnoter under tabellen lästes inte in (rad ${rows}).`,
  uneven_rows: ({ count: all, rows, columns }) =>
    `${count(all)} rader har fler eller färre kolumner än rubrikernas ${columns} (rad ${rows}${Number(all) > 10 ? ' …' : ''}). De är med.`,
  mixed_letters: () => 'Filen har bokstäver i två olika teckenkodningar: några å, ä och ö kan ha gått förlorade.',
  crs_unknown: () => 'Filen säger inte vilket koordinatsystem den är i.',
  not_in_crs: () => 'Filen säger ett koordinatsystem som dess tal inte kan vara i.',
} satisfies Readonly<Record<string, Say>>;

/** What looks wrong before anything is read, and why a file is taken for what it is. */
export const findings = {
  osm_file: () => 'filens ändelse hör till OpenStreetMap',
  has_columns: ({ columns }) => `den har ${columns}`,
  zone_words: ({ words }) => `”${words}” är polisens ord för ett sådant område`,
  zone_values: ({ column }) => `kolumnen ”${column}” har polisens ord för sådana områden`,
  is_polygons: () => 'den består av ytor',
  file_name: ({ name }) => `den heter ”${name}”`,
  mast_values: ({ column }) => `kolumnen ”${column}” har slag av stolpar och master`,
  crs_contradicts_numbers: ({ said_name, example, crs_name }) =>
    `Filen säger ${said_name}, men talen (${example}) är ${crs_name ? `snarare ${crs_name}` : 'inte sådana'}.`,
  wrong_zone: ({ said_name, distance_km, crs_name }) =>
    `I ${said_name} hamnar raderna ${count(distance_km)} km från kommunen. I ${crs_name} hamnar de rätt.`,
  crs_undecided: ({ example, crs_name }) =>
    `Talen (${example}) kan vara i flera koordinatsystem. Välj ett; troligast är ${crs_name}.`,
  swapped_axes: ({ first, second }) =>
    first && second
      ? `Öst och nord har bytt plats: ”${first}” och ”${second}” är lästa åt fel håll.`
      : 'Öst och nord har bytt plats i filens geometrier.',
  north_first: () => 'Nord står före öst i filen. Det är läst så.',
  swapped_headings: ({ lat, lon }) =>
    `Kolumnen ”${lat}” har longituder och ”${lon}” latituder: rubrikerna har bytt plats.`,
  outside_map: ({ rows, share_percent, crs_name }) =>
    `${count(rows)} av de första raderna (${share_percent} %) ligger utanför kartan i ${crs_name}. De avvisas.`,
  kml_names_only: () =>
    'Ur en KML-fil läses bara namn, beskrivning och geometri: övriga uppgifter och platser utan geometri är inte med. Spara den som GeoPackage om de behövs.',
  null_island: ({ rows }) =>
    `${count(rows)} av de första raderna har läget 0, 0, som betyder att läge saknas. De avvisas.`,
  far_away: ({ rows, distance_km, examples, from }) =>
    `${count(rows)} av de första raderna ligger långt från ${from === 'sweden' ? 'Sverige' : 'kommunen'} (omkring ${count(distance_km)} km; rad ${examples}). De kan ligga i havet eller vara felskrivna.`,
  most_far_away: ({ distance_km, from }) =>
    `Nästan alla rader ligger långt från ${from === 'sweden' ? 'Sverige' : 'kommunen'} (omkring ${count(distance_km)} km). Kontrollera koordinatsystemet, eller att det är rätt fil.`,
  stacked_midpoints: ({ incidents, points }) =>
    `De ${count(incidents)} första händelserna ligger på ${count(points)} punkter: troligen mittpunkter av områden. Källan används då inte för täthet eller förslag.`,
  repeated_rows: ({ ids, column, example, examples }) =>
    `${count(ids)} värden i ”${column}” står på flera likadana rader, till exempel ”${example}” (rad ${examples}).`,
  duplicate_ids: ({ ids, column, example, examples }) =>
    `${count(ids)} värden i ”${column}” står på flera rader som är olika, till exempel ”${example}” (rad ${examples}).`,
  impossible_days: ({ column, rows, example, examples }) =>
    `${count(rows)} datum i ”${column}” finns inte i någon almanacka, till exempel ”${example}” (rad ${examples}). Raderna avvisas.`,
  day_order_mixed: ({ column, day_first, month_first }) =>
    `Datumen i ”${column}” är skrivna på två sätt: ”${day_first}” har dagen först och ”${month_first}” månaden först.`,
  day_order_ambiguous: ({ column, example, read_as, else_as }) =>
    `Det går inte att se om dag eller månad står först i ”${column}”: ”${example}” är läst som ${read_as}, men kan vara ${else_as}.`,
  two_digit_years: ({ column, example, read_as }) =>
    `Åren i ”${column}” har två siffror: ”${example}” är läst som ${read_as}.`,
  months_not_days: ({ column }) =>
    `Alla datum i ”${column}” är den första i månaden: de är månader och säger inget om dag eller timme.`,
  utc_times: ({ column, timezone }) => `Tiderna i ”${column}” är i UTC och räknas om till lokal tid (${timezone}).`,
  utc_other_zone: ({ column, timezone }) =>
    `Tiderna i ”${column}” är i UTC, och filens egna timmar visar att platsen har tidszonen ${timezone}.`,
  decimals_mixed: ({ column, comma, point }) =>
    `Talen i ”${column}” är skrivna på två sätt: ”${comma}” med komma och ”${point}” med punkt.`,
  thousands_or_decimals: ({ column, example, read_as }) =>
    `”${example}” i ”${column}” kan vara tusental eller decimaler. Det är läst som ${read_as === 'thousands' ? 'tusental' : 'decimaler'}.`,
  decimal_comma: ({ column }) => `Talen i ”${column}” har decimalkomma.`,
  class_may_hold_sensitive: ({ example, rows }) =>
    `”${example}” kan rymma brott i bostad, i nära relation eller sexualbrott utan att säga det (${count(rows)} av de första raderna). Raderna läses in med den klassens namn.`,
  names_in_capitals: ({ column, example, shown }) =>
    `Namnen i ”${column}” är skrivna med versaler. ”${example}” visas som ”${shown}”.`,
  lost_leading_zeros: ({ column, codes, example, code }) =>
    `${count(codes)} koder i ”${column}” har tappat inledande nollor: ”${example}” är troligen ”${code}”.`,
  names_match_codes_do_not: ({ rows, name, code, known }) =>
    `Namnen stämmer med kommunens områden men inte koderna (${count(rows)} av de första raderna): ”${name}” har koden ”${code}”, hos oss ”${known}”.`,
} satisfies Readonly<Record<string, Say>>;
