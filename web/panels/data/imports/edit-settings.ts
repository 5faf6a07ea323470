import type { ImportDescription, ImportKind, ImportSettings } from '#core/wire/imports.ts';

/** Another kind has other fields and choices: what was said of them is forgotten, what was said of the file is not. */
export function withKind(settings: ImportSettings, kind: ImportKind): ImportSettings {
  const { mapping: _, options: __, ...rest } = settings;
  return { ...rest, kind };
}

/** Another layer has other columns. */
export function withLayer(settings: ImportSettings, layer: string): ImportSettings {
  const { mapping: _, headingRow: __, ...rest } = settings;
  return { ...rest, layer };
}

/** Takes a field from a column; null takes it from none. */
export function withColumn(settings: ImportSettings, field: string, column: string | null): ImportSettings {
  return { ...settings, mapping: { ...settings.mapping, [field]: column } };
}

/** An empty text takes a choice away. */
export function withOption(settings: ImportSettings, name: string, value: string): ImportSettings {
  return { ...settings, options: { ...settings.options, [name]: value } };
}

/** Takes what a finding proposes, and keeps everything that it does not speak of. */
export function withProposal(settings: ImportSettings, proposal: ImportSettings): ImportSettings {
  return {
    ...settings,
    ...proposal,
    ...((settings.mapping || proposal.mapping) && { mapping: { ...settings.mapping, ...proposal.mapping } }),
    ...((settings.options || proposal.options) && { options: { ...settings.options, ...proposal.options } }),
  };
}

/** What is worth keeping for next year's file: all columns as they are now, guessed or not, and not the file's own layer. */
export function settingsToKeep(description: ImportDescription, settings: ImportSettings): ImportSettings {
  const { layer: _, ...rest } = settings;
  return {
    ...rest,
    ...(description.kind && { kind: description.kind }),
    mapping: Object.fromEntries(description.fields.map(({ field, column }) => [field, column])),
  };
}

/** What stands in the way of reading: required fields without a column, required choices without a value. */
export function unanswered({ fields, options }: ImportDescription): {
  readonly fields: readonly string[];
  readonly options: readonly string[];
} {
  return {
    fields: fields.filter(({ required, column }) => required && column === null).map(({ field }) => field),
    options: options.filter(({ required, value }) => required && !value).map(({ name }) => name),
  };
}
