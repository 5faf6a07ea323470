import type { PaperSize } from './map-frame.ts';
import type { MapShapes } from './map-svg.ts';
import { mapStyle as style } from './map-style.ts';

/** A name on the map: its middle and size in millimetres of paper, `turn` in degrees clockwise. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
  readonly weight: number;
  readonly colour: string;
}

/** A letter's mean width as a share of the type's size. */
const letter = 0.52;

/** Names that fit without touching each other, a camera, a masked cell, or the corners where scale bar and north arrow stand; the area's own first. */
export function placeLabels(shapes: MapShapes, { width_mm, height_mm }: PaperSize): Label[] {
  const taken: Circle[] = [
    ...shapes.cameras.map(({ x, y }) => ({ x, y, r: 1.8 })),
    ...shapes.cells.flatMap(({ x, y, size }) => row(x + size / 2, y - size / 2, 0, size, size)),
    ...row(24, -6, 0, 40, 8),
    { x: width_mm - 7, y: -height_mm + 8, r: 5 },
  ];
  const labels: Label[] = [];
  const place = (label: Label) => {
    const room = row(
      label.x,
      label.y - label.size * 0.35,
      label.turn,
      label.text.length * letter * label.size,
      label.size * 1.15,
    );
    const inside = room.every(({ x, y, r }) => x - r > 0 && x + r < width_mm && y + r < 0 && y - r > -height_mm);
    if (
      !inside ||
      room.some((mine) => taken.some((other) => Math.hypot(mine.x - other.x, mine.y - other.y) < mine.r + other.r))
    )
      return;
    taken.push(...room);
    labels.push(label);
  };
  for (const { layer, name, x, y } of shapes.ground) {
    if (layer !== 'neighbour' || name === null || x === null || y === null) continue;
    place({ text: name, x, y, size: 2.7, turn: 0, weight: 400, colour: style.quietInk });
  }
  for (const { name, x, y, azimuth_deg, length_mm } of shapes.streetNames) {
    const size = 2.2;
    if (length_mm < name.length * letter * size + 2) continue;
    // Along the street and never upside down; the baseline half a letter below its middle line.
    const turn = (((azimuth_deg % 180) + 180) % 180) - 90;
    const radians = (turn * Math.PI) / 180;
    place({
      text: name,
      x: Number((x - Math.sin(radians) * size * 0.33).toFixed(2)),
      y: Number((y + Math.cos(radians) * size * 0.33).toFixed(2)),
      size,
      turn: Number(turn.toFixed(1)),
      weight: 400,
      colour: style.ink,
    });
  }
  return labels;
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A turned box as a row of circles: enough to tell whether two names touch. */
function row(x: number, y: number, turn: number, width: number, height: number): Circle[] {
  const count = Math.max(1, Math.ceil(width / height));
  const radians = (turn * Math.PI) / 180;
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width;
    return { x: x + Math.cos(radians) * along, y: y + Math.sin(radians) * along, r: height / 2 };
  });
}
