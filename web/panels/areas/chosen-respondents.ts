import type { SurveyMap } from '#core/wire/areas.ts';

export const respondentGroups = ['all', 'women', 'men'] as const satisfies readonly SurveyMap['respondents'][];

/** Whose answers are shown, from the address: everybody's unless one of the two is asked for. */
export function chosenRespondents(filter: Readonly<Record<string, string>>): SurveyMap['respondents'] {
  return respondentGroups.find((group) => group === filter['respondents']) ?? 'all';
}
