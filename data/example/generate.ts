import { makeBuildings } from './buildings.ts';
import { makeSites } from './cameras.ts';
import { makeCrimes } from './crimes.ts';
import { makeDistricts, municipality } from './districts.ts';
import { interventions } from './interventions.ts';
import { makeLand } from './land.ts';
import { makeMasts } from './masts.ts';
import { makeMounts } from './mounts.ts';
import { accounts, makeClearances, organisations } from './organisations.ts';
import { makePlaces } from './places.ts';
import { makeStreetNet } from './street-net.ts';
import { makeStreets } from './streets.ts';
import { indicators } from './survey-levels.ts';
import { makeSurvey } from './survey.ts';
import type { Example } from './types.ts';

/** Exempelköping, whole: the same for the same seed (frame.ts), to the byte. Takes a few seconds, touches nothing. */
export function generateExample(): Example {
  const net = makeStreetNet();
  const built = makeBuildings(net);
  const masts = makeMasts(net);
  const streets = makeStreets(net);
  const places = makePlaces(net, built.plots, streets);
  const areas = makeDistricts(net.zones);
  const plannedMounts = makeMounts(masts);
  return {
    organisations,
    accounts,
    clearances: makeClearances(plannedMounts.find(({ code }) => code === 'KP-01')!.id),
    areas,
    municipality: municipality(),
    streets,
    land: makeLand(net, built.plots),
    buildings: built.buildings,
    masts,
    places,
    interventions,
    indicators,
    surveyValues: makeSurvey(),
    crimes: makeCrimes(net, built, places, areas),
    sites: makeSites(masts, built.buildings),
    plannedMounts,
  };
}
