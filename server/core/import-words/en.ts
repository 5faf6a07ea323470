// Long on purpose: the sentences of one language about a file, beside each other.
import { fieldNames, kindNames, optionNames } from './names.ts';
import { countsOf, layerNames, stackingWhy, type Say } from './said.ts';
import { formatNumber, formatPercent } from '../format/number.ts';

const count = (value: string | number | undefined) => formatNumber(Number(value ?? 0), 'en');

const fieldNamed = (field: string | number | undefined) => fieldNames[String(field)]?.[1] ?? String(field);
const optionNamed = (option: string | number | undefined) => optionNames[String(option)]?.[1] ?? String(option);
const kindNamed = (kind: string | number | undefined) =>
  (kindNames as Readonly<Record<string, readonly [string, string]>>)[String(kind)]?.[1] ?? String(kind);

export const reasons = {
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
  not_a_period: 'cannot be read as a year, month, quarter or other period (weeks belong to no month and are not taken)',
  period_over_years: 'the period goes over a new year: the count belongs to no one year',
  not_a_square: 'is neither the name of a square, nor its corner, nor a square outline',
  not_on_grid: 'the corner of the square is no multiple of its size',
  given_by_other_source: 'the same value is there already from another source',
  personal_number: 'a Swedish personal identity number stands on the row; nothing of it is kept',
  sensitive_dwelling: 'crimes in dwellings are not read in unless an administrator has opened them with a reason',
  sensitive_close_relation:
    'crimes in close relations are not read in unless an administrator has opened them with a reason',
  sensitive_sexual: 'sexual offences are not read in unless an administrator has opened them with a reason',
} satisfies Readonly<Record<string, string>>;

export const faults = {
  unknown_kind: ({ kind, kinds }) =>
    kind ? `There is no kind "${kind}". Choose one of: ${kinds}.` : `Say what the file holds: ${kinds}.`,
  no_such_file: ({ file }) => (file ? `There is no file ${file}.` : 'Name a file.'),
  unknown_argument: ({ word, fields, options }) =>
    `"${word}" is not understood. Fields: ${fields || '–'}. Options: ${options}.`,
  not_a_choice: ({ name, value, choices }) =>
    `"${value}" cannot be chosen for ${optionNamed(name)}. Give one of: ${choices}.`,
  option_needed: ({ name }) =>
    name === 'authority'
      ? 'Give the deciding authority: a secrecy marking says which authority decided it (OSL 5:5).'
      : `Give the ${optionNamed(name)}: planned mounts belong to an organisation, such as the police.`,
  no_such_column: ({ field, column, columns }) =>
    `There is no column "${column}" for the field ${field}. The file has: ${columns}.`,
  column_needed: ({ field, columns }) =>
    `No column could be recognised as ${fieldNamed(field)}. The file has: ${columns}.`,
  no_positions: () =>
    'The file has neither geometry nor columns of positions. Choose columns for longitude and latitude, or east and north.',
  no_header: () => 'The first row must be headings, but it has no names or nothing but numbers.',
  unread_format: ({ file, said }) =>
    `The file ${file} cannot be read: its format is not known, or it is damaged.${said ? ` (GDAL: ${said})` : ''}`,
  unclosed_quote: ({ row }) =>
    `A quotation mark is opened and never closed before the file ends (row ${row}). The file has probably been cut off.`,
  truncated: () => 'The file is cut off or damaged: it ends in the middle. Fetch it again.',
  gdal: ({ said }) => `GDAL could not read the file: ${said}`,
  no_rows: () => 'The file is empty: it has no rows to import.',
  nothing_usable: ({ read }) => `None of the file's ${count(read)} rows could be imported.`,
  no_crs: ({ value }) => `It is not possible to know which coordinate system the position is in (${value}). Choose it.`,
  unknown_crs: ({ crs }) =>
    `The coordinate system EPSG:${crs} is not recognised in a table. Those that can be chosen are SWEREF 99, RT 90, ETRS89/UTM, WGS 84 and some of other countries.`,
  several_layers: ({ layers }) => `The file has several layers. Choose one: ${layers}.`,
  no_such_layer: ({ layer, layers }) => `There is no layer ${layer}. The file has: ${layers}.`,
  source_of_other_kind: ({ source, kind }) =>
    `The source "${source}" is there already and is of the kind ${kindNamed(kind)}. Give the source another name.`,
  source_waits: ({ source }) =>
    `Another file has been read into the source "${source}" and waits to be published. Publish it or throw it away first, or give the source another name.`,
  no_such_area_set: ({ set, sets }) =>
    `There is no set of areas "${set}". ${sets ? `Choose one of: ${sets}.` : 'Import areas first.'}`,
  choose_area_set: ({ sets }) =>
    sets ? `There are several sets of areas. Choose one: ${sets}.` : 'There are no areas. Import them first.',
  no_such_organisation: ({ code, codes }) =>
    `There is no organisation "${code}". ${codes ? `There are: ${codes}.` : ''} Give its name to have it added.`,
  measure_needed: ({ indicator }) =>
    `The question "${indicator}" is new. Choose its measure: index 0–6, share in per cent or another index.`,
  directory_in_use: ({ directory, process }) =>
    `Kamerapunkt is running on the database in ${directory} (process ${process}). Stop the server first (Ctrl-C where it runs), import the file and start it again. With PostgreSQL (DATABASE_URL) the server can keep running.`,
  not_ready: () => 'The import is not ready to be published.',
  not_last: () =>
    'The publishing cannot be taken back: a later one has come after it, it has been taken back already, or what was shown before it is no longer kept. Withdraw the whole source if nothing of it is to be shown.',
  points_deleted: () =>
    'The publishing cannot be taken back: some of the points have been deleted because their time is up, and their counts remain. Withdraw the whole source instead.',
  set_of_other_source: ({ set, source }) =>
    `The set of areas "${set}" comes from the source "${source}". Choose that source or another code for the set.`,
  unexpected: ({ message }) => `An error that was not expected: ${message}`,
  kind_needed: () => 'What the file holds cannot be seen from it. Choose a kind.',
  only_headings: () => 'The file has headings and no rows below them.',
  nul_bytes: () =>
    'The file holds characters that are no text (NUL): it is damaged, was never finished or is no text file. Fetch or export it again.',
  field_too_long: ({ row, most }) =>
    `A row is longer than ${count(most)} characters (row ${row}). A closing quotation mark is probably missing somewhere before it.`,
  zip_in_zip: ({ files }) => `The zip holds further zips (${files}). Unpack it and send its files one by one.`,
  zip_without_data: ({ files }) => `The zip holds no file that can be imported${files ? ` (${files})` : ''}.`,
  zip_bomb: ({ megabytes }) =>
    `The file is not unpacked: it would grow out of all proportion${megabytes ? ` (over ${count(megabytes)} MB)` : ''} to what it is packed. Send it unpacked if it is right.`,
  too_large: ({ format, megabytes, most }) =>
    `The file is too large for its format: ${format} is read whole into memory, and ${count(megabytes)} MB is more than ${count(most)} MB. Save it as CSV or GeoPackage.`,
  password_protected: ({ file }) =>
    `The file ${file} is protected by a password. Take the password away and save it again.`,
  old_excel: ({ file }) =>
    `The file ${file} is in an Excel format that is not read (.xls, .xlsb). Save it as XLSX or CSV.`,
  document: ({ file, format }) =>
    format === 'html'
      ? `The file ${file} is a web page, probably a sign-in page saved in place of the file. Fetch it again.`
      : `The file ${file} is a document (PDF, Word or the like), neither table nor map. Ask for it as XLSX, CSV or GeoPackage.`,
  not_in_crs: ({ value }) =>
    `The file names a coordinate system that its numbers cannot be in (${value}). Choose the right one.`,
  cancelled: () => 'Cancelled.',
} satisfies Readonly<Record<string, Say>>;

export const notes = {
  understood: ({ format, columns }) => `Read as ${format}. ${columns ? `Columns: ${columns}.` : ''}`.trim(),
  not_published: () => 'Nothing has been published: this is what the file would change.',
  waiting: () => 'Another import of the same kind is under way. Waiting for it.',
  same_file: ({ source }) => `The same file has been imported as "${source}" already.`,
  leftover_removed: ({ source, rows, at }) =>
    `An import of "${source}" of ${at} (UTC) was stopped before it was done. Its ${count(rows)} rows have now been removed; nobody had seen them.`,
  instance_named: ({ name }) => `The municipality is now called "${name}" and the map opens here.`,
  example_here: () =>
    'Note: the database holds the invented example municipality. Import real data into a database of its own.',
  area_set: ({ set }) => `The code of the set of areas is "${set}".`,
  areas_overlap: ({ pairs, one, other, m2 }) =>
    `${count(pairs)} pairs of areas lie over each other, most "${one}" and "${other}" (${count(m2)} m²). A place there counts in both.`,
  areas_gaps: ({ holes, m2 }) => `Between the areas are ${count(holes)} gaps (${count(m2)} m²) that belong to no area.`,
  parts_joined: ({ code, parts }) => `Area ${code} stood on ${parts} rows, which were joined into one.`,
  made_valid: ({ code, row }) => `Area ${code} (row ${row}) crossed itself and has been mended.`,
  no_category_column: () =>
    'No column of crime types: everything counts as other. Choose the column, or one category for the whole file.',
  share_with_coordinates: ({ share }) =>
    `${formatPercent(Number(share), 'en', 1)} of the rows have usable coordinates.`,
  month_only: () => 'The source gives the month alone: the hour of the day is not known.',
  day_only: () => 'The source gives the day alone: the hour of the day is not known.',
  months_missing: ({ months, count: missing }) =>
    `Gaps: ${missing} months inside the period have no rows (${months}). A gap is not a fall.`,
  stacked: ({ points, incidents, why }) =>
    `The points are not places: ${count(incidents)} incidents lie on ${count(points)} points (${stackingWhy[String(why)]?.[1] ?? why}), probably the middles of municipalities or districts. The source is therefore not used for density, suggestions or counts by area.`,
  unknown_categories: ({ rows, names }) =>
    `${count(rows)} rows have a crime type that is not recognised and count as other: ${names}.`,
  osm_read: ({ read, wanted }) => `${count(read)} objects in the extract, of which the map uses ${count(wanted)}.`,
  osm_layer: ({ layer, ...counts }) =>
    `${layerNames[String(layer)]?.[1] ?? layer}: ${count(Number(counts['new']) + Number(counts['changed']) + Number(counts['same']))} (${countsOf(counts, 'en')}).`,
  split_parts: ({ rows }) => `Buildings of several parts have been split: ${count(rows)} more outlines than rows.`,
  seen_anew: ({ rows }) => `Coverage computed anew for ${count(rows)} cameras, as the buildings changed.`,
  bearing_unknown: ({ rows, all }) =>
    `${count(rows)} of ${count(all)} cameras have an unknown bearing: they are shown without coverage.`,
  keys_not_unique: ({ column }) =>
    `The column "${column}" does not tell the rows apart: they are recognised by all that stands in them instead.`,
  kept_touched: ({ rows }) =>
    `${count(rows)} sites are no longer in the file but stay: someone has changed, opened or marked them.`,
  unread_values: ({ field, rows, examples }) =>
    `${count(rows)} values of the field ${field} could not be read and are left unknown: ${examples}.`,
  serial_days: ({ field, rows, examples }) =>
    `${count(rows)} dates of the field ${field} stand as the spreadsheet's serial numbers (${examples}) and have been converted. Check some: day and month may have changed places before they became numbers.`,
  survey_set: ({ set }) => `The values belong to the set of areas "${set}".`,
  new_indicator: ({ name, measure }) =>
    `New question: "${name}" (${measure === 'PERCENT' ? 'share in per cent' : 'index 0–6'}). It does not count as one that cameras may help.`,
  withheld: ({ rows }) =>
    `No cell has enough plausible places to hide the planned mount on row ${rows}: nothing of it is shown to those who are not cleared. Import buildings (osm) before planned mounts.`,
  mounts_gone: ({ rows }) =>
    `${count(rows)} planned mounts are no longer in the file: they are set as not current, not deleted.`,
  mounts_marked: ({ provision, authority, date }) =>
    `New planned mounts are marked secret: ${provision}, ${date}, ${authority}.`,
  sheet_without_year: ({ sheet }) => `The sheet "${sheet}" has no year in its name and was not read.`,
  wide: ({ columns }) => `One column for each of: ${columns}.`,
  wholes_aside: ({ rows, names }) =>
    `${count(rows)} figures of a whole are kept apart from the areas and not read: ${names}.`,
  blanks: ({ withheld, missing, zero }) =>
    `${count(withheld)} counts are withheld by the source (..), ${count(missing)} are missing (empty) and ${count(zero)} dashes (–) are read as zero. These are three different things.`,
  sums_aside: ({ rows }) =>
    `${count(rows)} rows are sums of other rows (such as "Totalt antal brott") and are not read: no crime is counted twice.`,
  rests: ({ rows }) =>
    `${count(rows)} headings have parts in rows of their own. Of the heading, what the parts leave over is kept ("…, övrigt").`,
  nested_periods: ({ rows }) =>
    `${count(rows)} rows are of a time that other rows cover already (a year beside its months) and are not read.`,
  square_size: ({ size }) => `The squares are ${count(size)} m wide, by their corners.`,
  doubled: ({ rows }) => `${count(rows)} rows had the same key as an earlier row of the file and count once.`,
  far_away: ({ rows, km }) => `${count(rows)} rows lie more than ${km} km from the middle of the file.`,
  totals_aside: ({ count: all, rows }) =>
    `${count(all)} rows of totals are no data and were not imported (row ${rows}). Choose to keep rows of totals to have them.`,
  footnotes_aside: ({ count: all, rows }) => `${count(all)} footnotes below the table were not imported (row ${rows}).`,
  uneven_rows: ({ count: all, rows, columns }) =>
    `${count(all)} rows have more or fewer columns than the ${columns} of the headings (row ${rows}${Number(all) > 10 ? ' …' : ''}). They are kept.`,
  mixed_letters: () => 'The file holds letters in two different encodings: some may be lost.',
  crs_unknown: () => 'The file does not say which coordinate system it is in.',
  not_in_crs: () => 'The file names a coordinate system that its numbers cannot be in.',
} satisfies Readonly<Record<string, Say>>;

/** What looks wrong before anything is read, and why a file is taken for what it is. */
export const findings = {
  osm_file: () => 'its ending belongs to OpenStreetMap',
  has_columns: ({ columns }) => `it has ${columns}`,
  zone_words: ({ words }) => `"${words}" is the police’s word for such a zone`,
  zone_values: ({ column }) => `the column "${column}" has the police’s words for such zones`,
  is_polygons: () => 'it consists of outlines',
  file_name: ({ name }) => `it is called "${name}"`,
  mast_values: ({ column }) => `the column "${column}" has kinds of poles and masts`,
  crs_contradicts_numbers: ({ said_name, example, crs_name }) =>
    `The file says ${said_name}, but its numbers (${example}) are ${crs_name ? `rather ${crs_name}` : 'none such'}.`,
  wrong_zone: ({ said_name, distance_km, crs_name }) =>
    `In ${said_name} the rows land ${count(distance_km)} km from the municipality. In ${crs_name} they land right.`,
  crs_undecided: ({ example, crs_name }) =>
    `The numbers (${example}) may be in several coordinate systems. Choose one; likeliest is ${crs_name}.`,
  swapped_axes: ({ first, second }) =>
    first && second
      ? `East and north have changed places: "${first}" and "${second}" were read the wrong way round.`
      : 'East and north have changed places in the geometries of the file.',
  north_first: () => 'North stands before east in the file. It was read so.',
  swapped_headings: ({ lat, lon }) =>
    `The column "${lat}" holds longitudes and "${lon}" latitudes: the headings have changed places.`,
  outside_map: ({ rows, share_percent, crs_name }) =>
    `${count(rows)} of the first rows (${share_percent} %) lie outside the map in ${crs_name}. They will be refused.`,
  kml_names_only: () =>
    'Of a KML file only name, description and geometry are read: other data and places without geometry are left out. Save it as GeoPackage if they are needed.',
  null_island: ({ rows }) =>
    `${count(rows)} of the first rows have the position 0, 0, which means that there is none. They will be refused.`,
  far_away: ({ rows, distance_km, examples, from }) =>
    `${count(rows)} of the first rows lie far from ${from === 'sweden' ? 'Sweden' : 'the municipality'} (some ${count(distance_km)} km; rows ${examples}). They may be in the sea or mistyped.`,
  most_far_away: ({ distance_km, from }) =>
    `Nearly all rows lie far from ${from === 'sweden' ? 'Sweden' : 'the municipality'} (some ${count(distance_km)} km). Check the coordinate system, or whether it is the right file.`,
  stacked_midpoints: ({ incidents, points }) =>
    `The first ${count(incidents)} incidents lie on ${count(points)} points: likely the middles of areas. The source will then not be used for density or suggestions.`,
  repeated_rows: ({ ids, column, example, examples }) =>
    `${count(ids)} values of "${column}" stand on several rows that are alike, for example "${example}" (rows ${examples}).`,
  duplicate_ids: ({ ids, column, example, examples }) =>
    `${count(ids)} values of "${column}" stand on several rows that differ, for example "${example}" (rows ${examples}).`,
  impossible_days: ({ column, rows, example, examples }) =>
    `${count(rows)} dates in "${column}" are in no calendar, for example "${example}" (rows ${examples}). Those rows will be refused.`,
  day_order_mixed: ({ column, day_first, month_first }) =>
    `The dates in "${column}" are written in two ways: "${day_first}" has the day first and "${month_first}" the month.`,
  day_order_ambiguous: ({ column, example, read_as, else_as }) =>
    `Whether day or month stands first in "${column}" cannot be seen: "${example}" was read as ${read_as}, but may be ${else_as}.`,
  two_digit_years: ({ column, example, read_as }) =>
    `The years in "${column}" have two figures: "${example}" was read as ${read_as}.`,
  months_not_days: ({ column }) =>
    `All dates in "${column}" are the first of a month: they are months and say nothing of day or hour.`,
  utc_times: ({ column, timezone }) =>
    `The times in "${column}" are UTC and are converted to local time (${timezone}).`,
  utc_other_zone: ({ column, timezone }) =>
    `The times in "${column}" are UTC, and the file’s own hours show that the place has the time zone ${timezone}.`,
  decimals_mixed: ({ column, comma, point }) =>
    `The numbers in "${column}" are written in two ways: "${comma}" with a comma and "${point}" with a point.`,
  thousands_or_decimals: ({ column, example, read_as }) =>
    `"${example}" in "${column}" may be thousands or decimals. It was read as ${read_as === 'thousands' ? 'thousands' : 'decimals'}.`,
  decimal_comma: ({ column }) => `The numbers in "${column}" have decimal commas.`,
  class_may_hold_sensitive: ({ example, rows }) =>
    `"${example}" may hold crimes in dwellings, in close relations or sexual offences without saying so (${count(rows)} of the first rows). The rows are read in under the name of that class.`,
  names_in_capitals: ({ column, example, shown }) =>
    `The names in "${column}" are in capitals. "${example}" is shown as "${shown}".`,
  lost_leading_zeros: ({ column, codes, example, code }) =>
    `${count(codes)} codes in "${column}" have lost their leading zeros: "${example}" is likely "${code}".`,
  names_match_codes_do_not: ({ rows, name, code, known }) =>
    `The names fit the municipality’s areas but the codes do not (${count(rows)} of the first rows): "${name}" has the code "${code}", here it is "${known}".`,
} satisfies Readonly<Record<string, Say>>;
