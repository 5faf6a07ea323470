import { toLonLat } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import { protectCounts, protectReason } from '#core/suggest/protect-counts.ts';
import type { SuggestAnswer } from '#core/suggest/suggest.ts';
import type { LonLat } from '#core/wire/sites.ts';
import type { Suggestion, SuggestionResult } from '#core/wire/suggestions.ts';
import type { Tx } from '../db/driver.ts';
import { areaAt } from '../db/suggest-input.ts';

/** The core's answer as the API says it: WGS84, with the area each place lies in. */
export async function present(
  tx: Tx,
  answer: SuggestAnswer,
  context: Pick<SuggestionResult, 'sources' | 'period'>,
): Promise<SuggestionResult> {
  const suggestions: Suggestion[] = [];
  for (const { mountId: _internal, view, position, ...rest } of answer.suggestions) {
    const area = await areaAt(tx, position);
    suggestions.push({
      ...rest,
      byCategory: protectCounts(rest.byCategory),
      byHourClass: protectCounts(rest.byHourClass),
      reasonsFor: rest.reasonsFor.map(protectReason),
      reasonsAgainst: rest.reasonsAgainst.map(protectReason),
      position: round(position),
      view: { type: 'Polygon', coordinates: view.map((ring) => ring.map(round)) },
      areaName: area?.name ?? null,
      areaIndex: area && area.value !== null && area.year !== null ? { value: area.value, year: area.year } : null,
      keptAsSiteId: null,
    });
  }
  return {
    ...context,
    outcome: suggestions.length > 0 ? 'suggested' : 'none',
    refusal: null,
    suggestions,
    considered: answer.consideredNotSuggested.map((place) => ({
      ...place,
      position: round(place.position),
      reasons: place.reasons.map(protectReason),
    })),
  };
}

/** Seven decimals: a centimetre. */
function round(position: Position): LonLat {
  const [lon, lat] = toLonLat(position);
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}
