import type { Words } from '../words.ts';

/** The map: tools, layers, legend. */
export const map: Words['map'] = {
  label: 'Map',
  tools: 'Map tools',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  north: 'Turn north up',
  locate: 'Show where I am',
  locateFailed: 'Your position could not be read. Allow location in the browser and try again.',
  measure: 'Measure distance',
  measureHelp: 'Press on the map to measure. End with Esc.',
  measured: (length) => `Distance: ${length}`,
  measureClear: 'Start over',
  print: 'Print the map',
  legend: 'Legend',
  layers: 'Layers',
  layerOpacity: (layer) => `Visibility of ${layer}, per cent`,
  showLayer: (layer) => `Show ${layer}`,
  sources: 'Sources',
  noSources: 'No sources',
  coordinates: (north, east) => `N ${north}  E ${east}`,
  coordinatesTitle: 'SWEREF 99 TM, metres',
  scale: (length) => `Scale bar: ${length}`,
  here: 'Here',
  hereNone: 'None of the shown layers is here.',
  noWebGl: 'The map cannot be shown: the browser lacks WebGL 2. The lists work all the same.',
  groups: {
    cameras: 'Cameras',
    need: 'Need',
    ground: 'Orientation',
  },
};
