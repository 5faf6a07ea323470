import { formatNumber, type Locale } from '#core/format/number.ts';

type Values = Readonly<Record<string, string | number>>;

/** The words of `withdraw` and `undo` (look has its own) on the command line, in one language. */
interface ActionTexts {
  readonly usage: string;
  readonly noSource: (values: Values) => string;
  readonly madeHere: (values: Values) => string;
  readonly reasonNeeded: string;
  readonly personalNumber: string;
  readonly nothingToUndo: (values: Values) => string;
  readonly withdrawn: (values: Values) => string;
  readonly undone: (values: Values) => string;
}

const sv: ActionTexts = {
  usage: `Användning: npm run import -- withdraw <källa> reason="<skäl, 10–1000 tecken>"
            npm run import -- undo <källa> [organisation=<kod>]`,
  noSource: ({ source }) => `Det finns ingen källa som heter ”${source}” att dra tillbaka eller ångra.`,
  madeHere: ({ source }) => `”${source}” kommer inte från någon fil och kan inte dras tillbaka.`,
  reasonNeeded: 'Skriv varför: reason="…" med 10–1000 tecken. Skälet sparas i loggen.',
  personalNumber: 'Skälet innehåller ett personnummer. Loggen sparar inga personnummer.',
  nothingToUndo: ({ source }) => `Det finns ingen inläsning av ”${source}” att ångra.`,
  withdrawn: ({ source, rows, runs }) =>
    `”${source}” är tillbakadragen: ${formatNumber(Number(rows), 'sv')} rader och ${formatNumber(Number(runs), 'sv')} sökningar är borttagna.`,
  undone: ({ source, file }) => `Inläsningen av ”${file}” till ”${source}” är ångrad.`,
};

const en: ActionTexts = {
  usage: `Usage: npm run import -- withdraw <source> reason="<why, 10–1000 characters>"
       npm run import -- undo <source> [organisation=<code>]`,
  noSource: ({ source }) => `There is no source called "${source}" to withdraw or undo.`,
  madeHere: ({ source }) => `"${source}" comes from no file and cannot be withdrawn.`,
  reasonNeeded: 'Say why: reason="…" with 10–1000 characters. The log keeps the reason.',
  personalNumber: 'The reason holds a personal identity number. The log keeps none.',
  nothingToUndo: ({ source }) => `There is no import of "${source}" to undo.`,
  withdrawn: ({ source, rows, runs }) =>
    `"${source}" is withdrawn: ${formatNumber(Number(rows), 'en')} rows and ${formatNumber(Number(runs), 'en')} searches are deleted.`,
  undone: ({ source, file }) => `The import of "${file}" to "${source}" is undone.`,
};

export function actionTexts(locale: Locale): ActionTexts {
  return locale === 'sv' ? sv : en;
}
