import type { ImportSettings } from '#core/wire/imports.ts';
import type { AllImportWords } from '../../../text/load-import-words.ts';
import { coordinateSystems } from './coordinate-systems.ts';
import { fieldWords } from './import-words.ts';

/** What the button of a proposal says: the change itself when it is one, else that it is done. */
export function proposalWords(
  words: AllImportWords,
  proposal: ImportSettings,
  number: (value: number) => string,
): string {
  const { take, takes, delimiters } = words.imports.describe;
  const { kind, layer, crs, swapAxes, encoding, delimiter, headingRow, source } = proposal;
  if (swapsColumns(proposal)) return takes.swapColumns;
  const said = [
    kind !== undefined && takes.kind(words.file.kinds[kind]),
    layer !== undefined && takes.layer(layer),
    crs !== undefined && takes.crs(coordinateSystems.find(({ epsg }) => epsg === crs)?.name ?? `EPSG:${crs}`),
    swapAxes !== undefined && (swapAxes ? takes.swapAxes : takes.unswapAxes),
    encoding !== undefined && takes.encoding(encoding),
    delimiter !== undefined && takes.delimiter(delimiters[delimiter] ?? delimiter),
    headingRow !== undefined && (headingRow === 0 ? takes.noHeadings : takes.headingRow(number(headingRow))),
    source !== undefined && takes.source(source),
    ...Object.entries(proposal.mapping ?? {}).map(([field, column]) =>
      column === null ? takes.noColumn(fieldWords(words, field)) : takes.column(fieldWords(words, field), column),
    ),
    ...Object.entries(proposal.options ?? {}).map(([name, value]) =>
      takes.option(words.file.options[name] ?? name, words.imports.choices[value] ?? value),
    ),
  ].filter((part) => part !== false);
  return said.length === 1 ? said[0]! : take;
}

/** East and north, each from the other's column, and nothing else of the kind. */
function swapsColumns({ mapping = {}, ...rest }: ImportSettings): boolean {
  const others = Object.keys(rest).filter((name) => name !== 'swapAxes');
  return others.length === 0 && Object.keys(mapping).toSorted().join() === 'lat,lon';
}
