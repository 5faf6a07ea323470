import { ABRON_FROM } from './cases.ts';
import { rectangle, setAsides } from './set-asides.ts';
import type { Intervention } from './types.ts';

/** Other measures at places: research sees effect of cameras only beside two or more of them. None at Ekhagen's car park. */
export const interventions: readonly Intervention[] = [
  on('stationsparkeringen', 'lighting', 'Ny belysning på Stationsparkeringen', '2025-11-15', null),
  on('stationsparkeringen', 'patrols', 'Ordningsvakter ronderar kvällstid', '2026-02-01', null),
  on('stortorget', 'guards', 'Ordningsvakter på Stortorget', '2024-05-01', null),
  on('stortorget', 'social_work', 'Fältare på fredag- och lördagskvällar', '2023-10-01', null),
  on('abrons-cykelparkering', 'locks', 'Cykelställ med ramlås', ABRON_FROM, null),
  on('abrons-cykelparkering', 'lighting', 'Belysning vid cykelställen', ABRON_FROM, null),
  on('parken-vid-abron', 'social_work', 'Uppsökande arbete mot missbruk', '2024-09-01', null),
  on('parken-vid-abron', 'sight_lines', 'Buskage gallrat längs ån', '2025-05-12', null),
  on('bussterminalen', 'guards', 'Väktare i bussterminalen', '2023-01-01', '2025-12-31'),
  on('rosenangs-torg', 'patrols', 'Trygghetsvärdar', '2025-01-01', null),
  on('rosenangsparken', 'sight_lines', 'Siktröjning i Rosenängsparken', '2024-04-02', null),
  on('bjorkskolan', 'locks', 'Passersystem på Björkskolan', '2024-08-12', null),
  on('hamnparkeringen', 'lighting', 'Ny belysning på Hamnparkeringen', '2023-11-01', null),
  {
    key: 'ordningsvakter-centrum',
    kind: 'guards',
    name: 'Ordningsvaktsområde Centrum',
    validFrom: '2025-03-01',
    validTo: '2027-02-28',
    rings: [rectangle([3160, 2780], 760, 560, 10)],
  },
];

function on(
  ground: string,
  kind: Intervention['kind'],
  name: string,
  validFrom: string,
  validTo: string | null,
): Intervention {
  const found = setAsides.find(({ key }) => key === ground);
  if (!found) throw new Error(`No ground is set aside as ${ground}.`);
  return { key: `${kind}-${ground}`, kind, name, validFrom, validTo, rings: [found.ring] };
}
