import type { SurveyIndex } from '#core/wire/areas.ts';

/** The indicator in the address, or the first index there is. */
export function chosenIndicator(
  survey: SurveyIndex | undefined,
  filter: Readonly<Record<string, string>>,
): string | null {
  const all = survey?.indicators ?? [];
  const asked = all.find(({ code }) => code === filter['indicator']);
  return (asked ?? all.find(({ measure }) => measure === 'INDEX_0_6') ?? all[0])?.code ?? null;
}
