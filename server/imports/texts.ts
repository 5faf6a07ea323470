import { formatNumber, type Locale } from '#core/format/number.ts';
import { importWords, type ImportWords } from '#core/import-words/index.ts';
import type { FaultCode } from './fault.ts';
import type { Reason } from './report.ts';

type Values = Readonly<Record<string, string | number>>;
type Say = (values: Values) => string;

/** The words of the command line in one language; what is said of a file stands in #core/import-words, which the web shares. */
interface Screen {
  readonly usage: string;
  readonly heading: Say;
  readonly file: string;
  readonly database: string;
  readonly embedded: string;
  readonly preparing: string;
  readonly stages: Readonly<Record<'read' | 'convert' | 'publish' | 'coverage' | 'clean', Say>>;
  readonly done: Say;
  readonly unchanged: string;
  readonly refusedHeading: Say;
  readonly refusedRow: Say;
  readonly refusedFile: Say;
  readonly refusedSecret: string;
  readonly columns: readonly [string, string, string, string];
  readonly cancelled: string;
  readonly failed: string;
  readonly unexpected: Say;
}

export type Texts = Screen &
  ImportWords & {
    readonly reasons: Readonly<Record<Reason, string>>;
    readonly faults: Readonly<Record<FaultCode, Say>>;
  };

const count = (value: string | number | undefined, locale: Locale) => formatNumber(Number(value ?? 0), locale);

const sv: Screen = {
  usage: `Användning: npm run import -- <slag> <fil> [fält=kolumn …] [val=värde …] [publish=no] [--lang=en]
            npm run import -- look <fil>                       hur filen förstås
            npm run import -- undo <källa>                     ta tillbaka den senaste publiceringen
            npm run import -- withdraw <källa> reason="<skäl>" dra tillbaka källan

Slag:
  areas            områden (delområden, stadsdelar, DeSO …) ur en karta
  survey           trygghetsmätningens värden per område och år
  population       befolkning per område och år
  incidents        brott eller händelser som punkter
  area-counts      antal brott per område och period
  square-counts    antal brott per ruta och period
  cameras          befintliga kameror
  planned-mounts   polisens kamerapunkter (sekretess; organisation= och authority= krävs)
  interventions    andra åtgärder på platser (belysning, ordningsvakter …)
  zones            polisens områden (vaktområden, utsatta områden, drogscener)
  masts            stolpar och master
  osm              gator, byggnader, platser, mark, stolpar och kameror ur OpenStreetMap

Allt om kolumner och val: docs/import.md`,
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
};

const en: Screen = {
  usage: `Usage: npm run import -- <kind> <file> [field=column …] [option=value …] [publish=no] [--lang=sv]
       npm run import -- look <file>                        how the file is understood
       npm run import -- undo <source>                      take the last publishing back
       npm run import -- withdraw <source> reason="<why>"   withdraw the source

Kinds:
  areas            areas (survey areas, districts, DeSO …) from a map
  survey           values of the safety survey by area and year
  population       population by area and year
  incidents        crimes or incidents as points
  area-counts      crime counts by area and period
  square-counts    crime counts by grid square and period
  cameras          existing cameras
  planned-mounts   the police's planned mounts (secret; organisation= and authority= are needed)
  interventions    other measures at places (lighting, guards …)
  zones            the police's zones (guard zones, vulnerable areas, drug scenes)
  masts            poles and masts
  osm              streets, buildings, places, land, masts and cameras from OpenStreetMap

All about columns and options: docs/import.md`,
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
};

export function textsIn(locale: Locale): Texts {
  return { ...(locale === 'sv' ? sv : en), ...importWords(locale) };
}
