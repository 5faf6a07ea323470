/**
 * The printed map's colours and line widths (millimetres of paper): pale ground so that the figures speak, the same
 * colours as the map on the screen (web/map/colours.ts). Change them here; the map of a report and any picture of it follow.
 */
export const mapStyle = {
  font: 'Source Sans 3',
  ground: '#f1efeb',
  land: {
    water: '#c9dbe4',
    park: '#dde6d5',
    forest: '#d3dfca',
    farmland: '#eceadb',
    residential: '#f1efeb',
    industrial: '#e8e4e0',
    commercial: '#e8e4e0',
    square: '#e9e5dc',
    parking: '#e8e4e0',
  } as Readonly<Record<string, string>>,
  building: { fill: '#dcd7cf', line: '#c6bfb4', width: 0.08 },
  /** From the bottom up: casing under fill. */
  street: {
    path: { width: 0.18, colour: '#ffffff', casing: '#d5d0c6' },
    service: { width: 0.35, colour: '#ffffff', casing: '#d5d0c6' },
    pedestrian: { width: 0.45, colour: '#ffffff', casing: '#d5d0c6' },
    residential: { width: 0.65, colour: '#ffffff', casing: '#cfc9be' },
    rail: { width: 0.3, colour: '#8e8a84', casing: '#8e8a84' },
    secondary: { width: 0.95, colour: '#ffffff', casing: '#bfb8ab' },
    primary: { width: 1.2, colour: '#fdf6e3', casing: '#b3aa99' },
    motorway: { width: 1.5, colour: '#fbeecb', casing: '#a79d8a' },
  } as Readonly<Record<string, { width: number; colour: string; casing: string }>>,
  area: { line: '#17457f', width: 0.7, veil: '#ffffff', veilOpacity: 0.5 },
  neighbour: { line: '#7d8794', width: 0.22 },
  coverage: { fill: '#f0a51e', opacity: 0.4, line: '#8f5b00', width: 0.15 },
  planned: { line: '#8f5b00', width: 0.2 },
  camera: { fill: '#17355c', line: '#ffffff', off: '#7a828c', radius: 1.15 },
  cell: { line: '#5a6472', width: 0.13, step: 2.4 },
  ink: '#1a2330',
  quietInk: '#4b5766',
} as const;
