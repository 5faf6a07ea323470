import { formatNumber, formatQuantity, type Locale } from '#core/format/number.ts';
import type { CameraShape, GroundShape, MaskedCell, StreetName } from '../db/report-map.ts';
import { hatch } from './hatch.ts';
import { placeLabels } from './map-labels.ts';
import { scaleBar_m, type PaperSize } from './map-frame.ts';
import { mapStyle as style } from './map-style.ts';
import { escapeXml } from './escape-xml.ts';

/** Everything the map draws, already in millimetres of paper (db/report-map.ts) and already in its shown form. */
export interface MapShapes {
  readonly ground: readonly GroundShape[];
  readonly streetNames: readonly StreetName[];
  readonly coverage: readonly { readonly status: string; readonly path: string }[];
  readonly cameras: readonly CameraShape[];
  readonly cells: readonly MaskedCell[];
}

export interface MapWords {
  readonly north: string;
  readonly scale: string;
}

/**
 * The one renderer of printed maps: EPSG:3006, grid north up, one SVG unit a millimetre. Returns a whole SVG document of the paper's size.
 * The same shapes give the same text.
 */
export function mapSvg(
  shapes: MapShapes,
  paper: PaperSize,
  mmPerMetre: number,
  words: MapWords,
  locale: Locale,
): string {
  const { width_mm: width, height_mm: height } = paper;
  const frame = `M0 0H${width}V${-height}H0Z`;
  const area = shapes.ground.find((shape) => shape.layer === 'area');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 ${-height} ${width} ${height}" font-family="${style.font}">`,
    `<clipPath id="frame"><path d="${frame}"/></clipPath>`,
    `<g clip-path="url(#frame)">`,
    `<path d="${frame}" fill="${style.ground}"/>`,
    ...shapes.ground
      .filter((shape) => shape.layer === 'land')
      .map(
        (shape) => `<path d="${shape.path}" fill="${style.land[shape.class] ?? style.ground}" fill-rule="evenodd"/>`,
      ),
    ...buildings(shapes.ground),
    ...streets(shapes.ground),
    ...shapes.ground
      .filter((shape) => shape.layer === 'neighbour')
      .map(
        (shape) =>
          `<path d="${shape.path}" fill="none" stroke="${style.neighbour.line}" stroke-width="${style.neighbour.width}" stroke-dasharray="1.2 0.8"/>`,
      ),
    // What lies outside the area steps back.
    ...(area
      ? [
          `<path d="${frame}${area.path}" fill="${style.area.veil}" fill-opacity="${style.area.veilOpacity}" fill-rule="evenodd"/>`,
          `<path d="${area.path}" fill="none" stroke="${style.area.line}" stroke-width="${style.area.width}" stroke-linejoin="round"/>`,
        ]
      : []),
    ...coverage(shapes.coverage),
    ...shapes.cells.map((cell) => hatch(cell, style.cell)),
    ...placeLabels(shapes, paper).map(
      ({ text, x, y, size, turn, weight, colour }) =>
        `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="middle" fill="${colour}" stroke="#ffffff" stroke-width="${size / 5}" stroke-linejoin="round" paint-order="stroke"${turn ? ` transform="rotate(${turn} ${x} ${y})"` : ''}>${escapeXml(text)}</text>`,
    ),
    ...shapes.cameras.map(cameraGlyph),
    '</g>',
    `<path d="${frame}" fill="none" stroke="${style.quietInk}" stroke-width="0.2"/>`,
    scaleBar(mmPerMetre, words.scale, locale),
    northArrow(width, height, words.north),
    '</svg>',
  ].join('\n');
}

function buildings(ground: readonly GroundShape[]): string[] {
  const path = ground
    .filter((shape) => shape.layer === 'building')
    .map((shape) => shape.path)
    .join('');
  const { fill, line, width } = style.building;
  return path
    ? [`<path d="${path}" fill="${fill}" stroke="${line}" stroke-width="${width}" fill-rule="evenodd"/>`]
    : [];
}

/** All casings of a class first and then all fills, so that crossings are open. */
function streets(ground: readonly GroundShape[]): string[] {
  return Object.entries(style.street).flatMap(([name, { width, colour, casing }]) => {
    const path = ground
      .filter((shape) => shape.layer === 'street' && shape.class === name)
      .map((shape) => shape.path)
      .join('');
    if (!path) return [];
    const line = (stroke: string, strokeWidth: number) =>
      `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round"/>`;
    return [line(casing, Number((width + 0.2).toFixed(2))), line(colour, width)];
  });
}

/** One even tone for all ground that is seen: that two cameras see it is not shown by colour. */
function coverage(shapes: MapShapes['coverage']): string[] {
  const pathOf = (status: string) =>
    shapes
      .filter((shape) => shape.status === status)
      .map((shape) => shape.path)
      .join('');
  const seen = pathOf('in_operation');
  const planned = pathOf('planned');
  return [
    ...(seen
      ? [
          `<g opacity="${style.coverage.opacity}"><path d="${seen}" fill="${style.coverage.fill}" fill-rule="nonzero"/></g>`,
          `<path d="${seen}" fill="none" stroke="${style.coverage.line}" stroke-width="${style.coverage.width}"/>`,
        ]
      : []),
    ...(planned
      ? [
          `<path d="${planned}" fill="none" stroke="${style.planned.line}" stroke-width="${style.planned.width}" stroke-dasharray="0.7 0.5"/>`,
        ]
      : []),
  ];
}

/** A dot, with a beak where the bearing is known; hollow when planned, grey when off, ringed when it turns. */
export function cameraGlyph({ kind, status, bearing_deg, x, y }: CameraShape): string {
  const { fill, line, off, radius } = style.camera;
  const colour = status === 'off' ? off : fill;
  const inside = status === 'planned' ? '#ffffff' : colour;
  const beak =
    bearing_deg === null
      ? ''
      : `<path d="M-0.75 -0.8L0 -2.5L0.75 -0.8Z" fill="${colour}" stroke="${line}" stroke-width="0.12" transform="rotate(${Number(bearing_deg.toFixed(1))})"/>`;
  const ring = kind === 'fixed' ? '' : `<circle r="0.45" fill="${status === 'planned' ? colour : line}"/>`;
  return `<g transform="translate(${x} ${y})"><circle r="${radius + 0.25}" fill="${line}"/>${beak}<circle r="${radius}" fill="${inside}" stroke="${colour}" stroke-width="0.35"/>${ring}</g>`;
}

function scaleBar(mmPerMetre: number, scale: string, locale: Locale): string {
  const length_m = scaleBar_m(mmPerMetre);
  const length = Number((length_m * mmPerMetre).toFixed(2));
  const half = Number((length / 2).toFixed(2));
  const label =
    length_m >= 1000 ? formatQuantity(length_m / 1000, 'km', locale) : formatQuantity(length_m, 'm', locale);
  const middle =
    length_m >= 1000
      ? formatNumber(length_m / 2000, locale, length_m === 1000 ? 1 : length_m % 2000 === 0 ? 0 : 1)
      : formatNumber(length_m / 2, locale);
  return [
    `<g transform="translate(4 -4)" font-size="2.5" fill="${style.ink}">`,
    `<rect x="-2" y="-7.4" width="${length + 12}" height="9.4" fill="#ffffff" fill-opacity="0.88"/>`,
    `<text x="0" y="-4.6" font-weight="600">${escapeXml(scale)}</text>`,
    `<rect x="0" y="-1.2" width="${half}" height="1.2" fill="${style.ink}"/><rect x="${half}" y="-1.2" width="${half}" height="1.2" fill="#ffffff" stroke="${style.ink}" stroke-width="0.15"/>`,
    `<text x="0" y="-1.9" font-size="2.2" text-anchor="middle">0</text><text x="${half}" y="-1.9" font-size="2.2" text-anchor="middle">${middle}</text><text x="${length}" y="-1.9" font-size="2.2" text-anchor="middle">${label}</text>`,
    '</g>',
  ].join('');
}

function northArrow(width: number, height: number, north: string): string {
  return `<g transform="translate(${width - 7} ${-height + 12})"><circle r="5" cy="-0.6" fill="#ffffff" fill-opacity="0.88"/><path d="M0 -4.4L1.5 1.2L0 0.2L-1.5 1.2Z" fill="${style.ink}"/><text y="3.9" font-size="2.4" font-weight="600" text-anchor="middle" fill="${style.ink}">${escapeXml(north)}</text></g>`;
}
