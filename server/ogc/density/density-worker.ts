import { parentPort } from 'node:worker_threads';
import type { Feature } from 'geojson';
import { toUnitSquare } from '#core/projection/sweref99tm.ts';
import { drawnFeature, layerOf } from '../tiles/layer-of.ts';
import type { Layer } from '../tiles/layer.ts';
import { makeTile } from '../tiles/make-tile.ts';
import type { Band } from './bands.ts';
import { computeDensity } from './compute-density.ts';
import type { ComputedDensity, FromWorker, Question, ToWorker } from './density-messages.ts';
import { selectPoints, type PointColumns } from './point-store.ts';

const port = parentPort;
if (!port) throw new Error('density-worker.ts runs in a worker thread only.');

const pieces: PointColumns[] = [];
/** The bands of each filter that is kept. */
const layers = new Map<string, Layer>();

port.on('message', (message: ToWorker) => {
  if (message.say === 'add') pieces.push(message.points);
  else if (message.say === 'drop') layers.delete(message.key);
  else port.postMessage(answerTo(message.id, message.question));
});

function answerTo(id: number, question: Question): FromWorker {
  try {
    return { id, answer: question.ask === 'compute' ? compute(question) : tile(question) };
  } catch (error) {
    return { id, failure: (error as Error).name };
  }
}

function compute({ key, filter }: Question & { ask: 'compute' }): ComputedDensity {
  const { bands, ...density } = computeDensity(selectPoints(pieces, filter));
  const features = bands.map((band, index) => drawnFeature(bandFeature(band, index + 1), 0, false));
  const layer = layerOf(features, '', key);
  layers.set(key, layer);
  return { ...density, bounds: layer.bounds };
}

function tile({ key, address }: Question & { ask: 'tile' }): Uint8Array | null {
  const layer = layers.get(key);
  if (!layer) throw new Error('That filter is not kept.');
  return makeTile(layer, 'crime-density', address);
}

function bandFeature({ level, perKm2, polygon }: Band, id: number): Feature {
  const coordinates = polygon.map((ring) => ring.map((position) => [...toUnitSquare(position)]));
  return { type: 'Feature', id, geometry: { type: 'Polygon', coordinates }, properties: { level, perKm2 } };
}
