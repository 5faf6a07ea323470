import * as colours from '../colours.ts';

/** Pictures are drawn with so many dots a pixel. */
export const imageRatio = 2;

export interface DrawnImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Draws a picture by its name (see names.ts); null for a name that is not ours. */
export function drawImage(name: string): DrawnImage | null {
  const [kind, ...parts] = name.split(':');
  switch (kind) {
    case 'camera':
      return draw(36, (pen) => drawCamera(pen, parts));
    case 'mount':
      return draw(30, (pen) => drawMount(pen, parts));
    case 'candidate':
      return draw(34, (pen) => drawCandidate(pen, parts[0] ?? ''));
    case 'mast':
      return draw(12, (pen) => drawMast(pen, parts[0] === 'power'));
    case 'place':
      return draw(14, (pen) => disc(pen, 4, colours.place, '#fff'));
    case 'handle':
      return draw(24, (pen) => drawHandle(pen, parts[0] === 'bearing'));
    case 'lock':
      return draw(24, drawLock);
    case 'masked':
      return draw(12, (pen) => hatch(pen, 12, colours.masked, 0.4));
    case 'masked-swatch':
      return draw(24, (pen) => swatch(pen, () => hatch(pen, 12, colours.masked, 0.55), colours.masked, drawLock));
    case 'too_few':
      return draw(8, (pen) => hatch(pen, 8, '#7d838b', 0.7));
    case 'too_few-swatch':
      return draw(24, (pen) => swatch(pen, () => hatch(pen, 8, '#7d838b', 0.7), '#7d838b'));
    case 'missing':
      return draw(16, (pen) => dots(pen, 16));
    case 'missing-swatch':
      return draw(24, (pen) => swatch(pen, () => dots(pen, 16), '#a9aeb5'));
    default:
      return null;
  }
}

type Pen = CanvasRenderingContext2D;

/** `size` in pixels of the map; the pen's origin is the middle. */
function draw(size: number, paint: (pen: Pen) => void): DrawnImage | null {
  const canvas = document.createElement('canvas');
  canvas.width = size * imageRatio;
  canvas.height = size * imageRatio;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(imageRatio, imageRatio);
  pen.translate(size / 2, size / 2);
  paint(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Points north; the map turns it to its bearing. Kind by form, status by fill, secrecy by a red edge. */
function drawCamera(pen: Pen, [kind, status, bearing, secrecy]: readonly string[]): void {
  const edge = secrecy === 'secret' ? colours.secret : status === 'off' ? colours.camera.off : colours.camera.ink;
  const fill = status === 'in_operation' ? (secrecy === 'secret' ? colours.camera.ink : edge) : colours.camera.paper;
  const mark = status === 'in_operation' ? colours.camera.paper : edge;
  if (bearing === 'known') {
    pen.beginPath();
    pen.moveTo(0, -16);
    pen.lineTo(6.5, -6);
    pen.lineTo(-6.5, -6);
    pen.closePath();
    pen.fillStyle = edge;
    pen.strokeStyle = '#fff';
    pen.lineWidth = 2;
    pen.stroke();
    pen.fill();
  }
  disc(pen, 8.5, fill, '#fff', 4.5);
  disc(pen, 8, fill, edge, secrecy === 'secret' ? 3 : 2);
  pen.fillStyle = mark;
  pen.strokeStyle = mark;
  if (bearing === 'unknown') return text(pen, '?', 12, mark);
  if (kind === 'dome') {
    pen.beginPath();
    pen.arc(0, 1.5, 4.5, Math.PI, 0);
    pen.closePath();
    pen.fill();
  } else if (kind === 'ptz') {
    pen.lineWidth = 1.8;
    pen.beginPath();
    pen.arc(0, 0, 3.8, 0, 2 * Math.PI);
    pen.stroke();
    disc(pen, 1.4, mark, mark, 0);
  } else {
    pen.fillRect(-2.2, -4.5, 4.4, 9);
  }
  if (status === 'off') line(pen, [-6, 6], [6, -6], colours.camera.off, 2);
}

function drawMount(pen: Pen, [priority, state, secrecy]: readonly string[]): void {
  const edge = secrecy === 'secret' ? colours.secret : colours.mount;
  pen.beginPath();
  for (const [x, y] of [
    [0, -12],
    [12, 0],
    [0, 12],
    [-12, 0],
  ] as const)
    pen.lineTo(x, y);
  pen.closePath();
  pen.lineJoin = 'round';
  pen.strokeStyle = '#fff';
  pen.lineWidth = 5;
  pen.stroke();
  pen.strokeStyle = edge;
  pen.lineWidth = 2.4;
  pen.fillStyle = state === 'done' ? colours.mount : '#fff';
  pen.fill();
  pen.stroke();
  if (priority) text(pen, priority, priority.length > 1 ? 11 : 13, state === 'done' ? '#fff' : colours.mount);
  else if (state === 'open') disc(pen, 2, colours.mount, colours.mount, 0);
}

function drawCandidate(pen: Pen, rank: string): void {
  disc(pen, 13, colours.candidate, '#fff', 3);
  text(pen, rank, rank.length > 1 ? 13 : 15, '#fff');
}

function drawMast(pen: Pen, hasPower: boolean): void {
  pen.fillStyle = hasPower ? '#4b5766' : '#fff';
  pen.strokeStyle = '#4b5766';
  pen.lineWidth = 1.4;
  pen.fillRect(-3, -3, 6, 6);
  pen.strokeRect(-3, -3, 6, 6);
}

function drawHandle(pen: Pen, turns: boolean): void {
  disc(pen, 8, '#fff', colours.draft, 2.5);
  if (turns) disc(pen, 3.5, colours.draft, colours.draft, 0);
}

function drawLock(pen: Pen): void {
  disc(pen, 9, '#fff', colours.masked, 1.2);
  pen.fillStyle = colours.masked;
  pen.strokeStyle = colours.masked;
  pen.lineWidth = 1.6;
  pen.fillRect(-4, -1, 8, 6);
  pen.beginPath();
  pen.arc(0, -1, 2.6, Math.PI, 0);
  pen.stroke();
}

function disc(pen: Pen, radius: number, fill: string, edge: string, width = 1.2): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  if (width === 0) return;
  pen.strokeStyle = edge;
  pen.lineWidth = width;
  pen.stroke();
}

function line(
  pen: Pen,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width: number,
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function text(pen: Pen, words: string, size: number, colour: string): void {
  pen.font = `700 ${size}px 'Kamerapunkt Sans', sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(words, 0, 0.8);
}

/** Slanted lines that go on in the next square. */
function hatch(pen: Pen, size: number, colour: string, opacity: number): void {
  pen.save();
  pen.globalAlpha = opacity;
  for (const shift of [-size, 0, size]) {
    line(pen, [-size / 2 + shift - 2, size / 2 + 2], [size / 2 + shift + 2, -size / 2 - 2], colour, 1.4);
  }
  pen.restore();
}

function dots(pen: Pen, size: number): void {
  pen.fillStyle = '#a9aeb5';
  for (const [x, y] of [
    [-size / 4, -size / 4],
    [size / 4, size / 4],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, 1.3, 0, 2 * Math.PI);
    pen.fill();
  }
}

function swatch(pen: Pen, pattern: () => void, edge: string, over?: (pen: Pen) => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(-11, -8, 22, 16);
  pen.clip();
  for (const x of [-8, 0, 8]) {
    for (const y of [-8, 0, 8]) {
      pen.save();
      pen.translate(x, y);
      pattern();
      pen.restore();
    }
  }
  pen.restore();
  pen.strokeStyle = edge;
  pen.lineWidth = 1.2;
  pen.strokeRect(-11, -8, 22, 16);
  if (over) {
    pen.save();
    pen.scale(0.6, 0.6);
    over(pen);
    pen.restore();
  }
}
