import { coverage, draft } from '../colours.ts';
import type { DrawingStyle } from '../compose-style.ts';
import { cameraIcon } from './cameras.ts';

/** How a camera is drawn while it is placed and turned: its view, arms to take hold of, itself. */
export const editingStyles: readonly DrawingStyle[] = [
  {
    id: 'edit-view',
    type: 'fill',
    metadata: { slot: 'coverage' },
    filter: ['==', ['get', 'part'], 'view'],
    paint: { 'fill-color': coverage.fill, 'fill-opacity': 0.4, 'fill-antialias': false },
  },
  {
    id: 'edit-view-edge',
    type: 'line',
    metadata: { slot: 'editing' },
    filter: ['==', ['get', 'part'], 'view'],
    paint: { 'line-color': draft, 'line-width': 2 },
  },
  {
    id: 'edit-arm',
    type: 'line',
    metadata: { slot: 'editing' },
    filter: ['==', ['get', 'part'], 'arm'],
    paint: { 'line-color': draft, 'line-width': 1, 'line-dasharray': [3, 3] },
  },
  {
    id: 'edit-handle',
    type: 'symbol',
    metadata: { slot: 'editing' },
    filter: ['==', ['get', 'part'], 'handle'],
    layout: {
      'icon-image': ['match', ['get', 'handle'], 'bearing', 'handle:bearing', 'handle:edge'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  {
    id: 'edit-camera',
    type: 'symbol',
    metadata: { slot: 'editing' },
    filter: ['==', ['get', 'part'], 'camera'],
    layout: {
      'icon-image': cameraIcon(false),
      'icon-rotate': ['coalesce', ['get', 'bearing_deg'], 0],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

/** A site that is being placed. */
export const newSiteStyles: readonly DrawingStyle[] = [
  {
    id: 'edit-site',
    type: 'circle',
    metadata: { slot: 'editing' },
    paint: { 'circle-radius': 9, 'circle-color': '#fff', 'circle-stroke-color': draft, 'circle-stroke-width': 3 },
  },
];

/** Where the chosen site is. */
export const chosenSiteStyles: readonly DrawingStyle[] = [
  {
    id: 'chosen-site',
    type: 'circle',
    metadata: { slot: 'coverage' },
    paint: {
      'circle-radius': 18,
      'circle-color': draft,
      'circle-opacity': 0.12,
      'circle-stroke-color': draft,
      'circle-stroke-width': 2,
    },
  },
];

/** What was searched for. */
export const foundStyles: readonly DrawingStyle[] = [
  {
    id: 'found',
    type: 'circle',
    metadata: { slot: 'editing' },
    paint: {
      'circle-radius': 22,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': draft,
      'circle-stroke-width': 3,
    },
  },
];
