import { INDEX_CLASS_ENDS } from '#core/survey/index-class.ts';

/** Every colour that carries a meaning on the map; the legend takes its swatches from the same values. */
export const ground = {
  land: '#f1efeb',
  water: '#c9dbe4',
  green: '#dde6d5',
  forest: '#d3dfca',
  farmland: '#eceadb',
  industrial: '#e8e4e0',
  square: '#e9e5dc',
  building: '#dcd7cf',
  buildingEdge: '#c6bfb4',
  street: '#ffffff',
  casing: '#d5d0c8',
  rail: '#b9b4ac',
  label: '#4c4a46',
  halo: '#ffffff',
};

/** One sequential ramp without red, readable in grey; one colour a class of the survey's index. */
export const indexRamp = ['#fdfad0', '#c9e8b4', '#80ccba', '#3fadc2', '#2a78b3', '#24348f'] as const;
export const indexClasses = INDEX_CLASS_ENDS.map((end, order) => ({
  from: order === 0 ? 0 : INDEX_CLASS_ENDS[order - 1]!,
  to: end,
  colour: indexRamp[order]!,
}));

/** From few to many, one a level; the lowest are the most transparent, so that what is common stays in the background. */
export const densityRamp = [
  '#ddd3ea',
  '#cdbde0',
  '#b9a2d3',
  '#a486c6',
  '#8d68b7',
  '#7449a5',
  '#5a2b8c',
  '#3f126c',
] as const;
export const densityOpacities = [0.3, 0.38, 0.46, 0.54, 0.6, 0.66, 0.72, 0.78] as const;

/** From one to a hundred and more, one a class of counts by square: steps of the density's ramp. */
export const squareRamp = ['#ddd3ea', '#b9a2d3', '#a486c6', '#7449a5', '#5a2b8c', '#3f126c'] as const;

/** What is seen: the colour of light, which neither the survey's nor the crimes' ramp uses. */
export const coverage = { fill: '#f0a51e', edge: '#8f5b00', opacity: 0.34 };

export const camera = { ink: '#17355c', paper: '#ffffff', off: '#7a828c' };
export const secret = '#c0141c';
export const mount = '#2b2f6b';
export const candidate = '#b0127b';
export const masked = '#5a6472';
export const selection = '#0b63ce';
export const draft = '#0b63ce';
export const place = '#5d4a1f';
export const intervention = '#1c6137';
export const zone = { guard_zone: '#1d4f91', vulnerable_area: '#8a3b12', drug_scene: '#6b1d5e' } as const;
