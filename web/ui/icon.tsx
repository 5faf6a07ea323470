/** Outlines on a 20 x 20 grid, drawn with a stroke of 1.6 in the colour of the text. */
const paths = {
  coverage: 'M10 14 4.5 5.2A10.5 10.5 0 0 1 15.5 5.2L10 14Zm0 0v3',
  candidates: 'M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9ZM7.8 8.4l1.6 1.6 2.9-3',
  mounts: 'M10 17.5V8M6 3.5h8v4.5H6ZM7.5 17.5h5',
  areas: 'M3 5.5 7.5 3.5l5 2 4.500-2v11l-4.500 2-5-2L3 16.500ZM7.500 3.500v11M12.500 5.500v11',
  data: 'M4 5c0-1.100 2.700-2 6-2s6 .900 6 2v10c0 1.100-2.700 2-6 2s-6-.900-6-2ZM4 5c0 1.100 2.700 2 6 2s6-.900 6-2M4 10c0 1.100 2.700 2 6 2s6-.900 6-2',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11ZM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  check: 'M4 10.500 8.200 15 16 5.500',
  lock: 'M5 9h10v8H5ZM7 9V6.500a3 3 0 0 1 6 0V9',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  layers: 'M10 3 2.500 7 10 11l7.500-4ZM2.500 10.500 10 14.500l7.500-4M2.500 14 10 18l7.500-4',
  legend: 'M3 4.500h3v3H3ZM3 12.500h3v3H3ZM9 6h8M9 14h8',
  measure: 'M2.500 12.500 12.500 2.500l5 5-10 10ZM6 9l1.500 1.500M8.500 6.500 10 8M11 4l1.500 1.500',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.500h8V17H6Z',
  locate: 'M10 14.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM10 2v3.500M10 14.500V18M2 10h3.500M14.500 10H18',
  north: 'M10 2.500 14.500 17 10 13.800 5.500 17Z',
  undo: 'M7 5 3.500 8.500 7 12M3.500 8.500H12a4.500 4.500 0 0 1 0 9H9',
  redo: 'M13 5l3.500 3.500L13 12M16.500 8.500H8a4.500 4.500 0 0 0 0 9h3',
  trash: 'M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500 6.300 17h7.400l.800-11.500',
  edit: 'M3.500 16.500 4.300 13 13.500 3.800l2.700 2.700L7 15.700Z',
  camera: 'M3 6.500h9v7H3ZM12 9l5-2.500v7L12 11',
  back: 'M12 4 6 10l6 6',
  down: 'M5 7.500 10 12.500l5-5',
  up: 'M5 12.500 10 7.500l5 5',
  right: 'M7.500 5 12.500 10l-5 5',
  user: 'M10 10a3.300 3.300 0 1 0 0-6.600A3.300 3.300 0 0 0 10 10ZM3.500 17.500c.500-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 9v4.500M10 6.200v.300',
  warning: 'M10 3 18 17H2ZM10 8v4M10 14.300v.300',
  download: 'M10 3v9.500M6 9l4 4 4-4M3.500 16.500h13',
  upload: 'M10 13V3.500M6 7l4-4 4 4M3.500 16.500h13',
  share: 'M8.500 6H4v11h11v-4.500M11.500 3H17v5.500M17 3l-8 8',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  globe:
    'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM2.500 10h15M10 2.500c2.500 2.500 3 5 3 7.500s-.500 5-3 7.500c-2.500-2.500-3-5-3-7.500s.500-5 3-7.500Z',
  keyboard:
    'M2.500 5.500h15v9h-15ZM5.500 8.500h.100M8.500 8.500h.100M11.500 8.500h.100M14.500 8.500h.100M6.500 11.700h7',
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word or inside a control that has a label of its own: hidden from readers. */
export function Icon({ name, size = 20, fill = false }: { name: IconName; size?: 16 | 20 | 24; fill?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d={paths[name]}
        fill={fill ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
