import { useQuery } from '@tanstack/react-query';
import { formatDate } from '#core/format/date.ts';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import { queries } from '../../api/queries.ts';
import type { Picked } from '../../map/pick.ts';
import { cameraImage, mountImage, type CameraKind, type CameraStatus } from '../../map/images/names.ts';
import { ImageSwatch } from '../../map/swatch.tsx';
import type { Selection } from '../../state/url.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { VisibleNote } from '../shared/visible-note.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { selectionOf } from './identify.tsx';
import styles from './identify.module.css';

interface WhatIsHereProps {
  readonly picked: readonly Picked[];
  /** How many cameras in operation see the spot. */
  readonly seeing: number;
  readonly selection: Selection | null;
  readonly onChoose: (picked: Picked) => void;
}

/** A line for each thing at the pressed spot; more than one can be chosen between. */
export function WhatIsHere({ picked, seeing, selection, onChoose }: WhatIsHereProps) {
  const text = useText();
  const masked = useMasked(selection?.kind === 'masked' ? selection.id : null);
  const cells = picked.some(({ id, properties }) => properties['shownAs'] === 'cell' && id === selection?.id);
  return (
    <>
      {seeing > 0 && (
        <div className={styles['seeing']}>
          <p>{text.t.map.seenBy(text.number(seeing))}</p>
          <VisibleNote />
        </div>
      )}
      <ul className={styles['list']}>
        {!cells && masked && (
          <li className={styles['thing']}>
            <Line image="masked-swatch" name={text.t.coverage.maskedSite} detail={maskedSentence(masked, text)} />
          </li>
        )}
        {picked.map((one) => {
          const line = lineOf(one, text);
          return (
            <li key={`${one.style} ${one.id}`}>
              {selectionOf(one) && picked.length > 1 ? (
                <button type="button" className={styles['thing']} onClick={() => onChoose(one)}>
                  <Line {...line} />
                </button>
              ) : (
                <div className={styles['thing']}>
                  <Line {...line} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface LineProps {
  readonly image: string | null;
  readonly name: string;
  readonly detail: string;
}

function Line({ image, name, detail }: LineProps) {
  return (
    <>
      {image && <ImageSwatch name={image} />}
      <span className={styles['words']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['detail']}>{detail}</span>
      </span>
    </>
  );
}

interface Masked {
  readonly cellSize_m: number;
  readonly provision: string;
  readonly authority: string;
  readonly decidedOn: string;
}

function maskedSentence({ provision, cellSize_m, authority, decidedOn }: Masked, { t, number }: Text): string {
  return `${t.common.masked(provision, t.common.maskedSize(number(cellSize_m)))} ${t.coverage.maskedDecided(authority, formatDate(decidedOn))}`;
}

/** The marking of a masked square that was chosen in a list. */
function useMasked(id: string | null): Masked | undefined {
  const { uncleared } = useWorkspace();
  const sites = useQuery({ ...queries.shownCameras(), enabled: id !== null });
  const mounts = useQuery({ ...queries.plannedMounts({ uncleared }), enabled: id !== null });
  return sites.data?.masked.find((site) => site.id === id) ?? mounts.data?.masked.find((mount) => mount.id === id);
}

function lineOf({ style, properties }: Picked, text: Text): LineProps {
  const { t, name: nameOf } = text;
  const name = typeof properties['name'] === 'string' ? properties['name'] : '';
  const secret = properties['secret'] === true ? ('secret' as const) : ('open' as const);
  if (properties['shownAs'] === 'cell') {
    return {
      image: 'masked-swatch',
      name: t.coverage.maskedSite,
      detail: maskedSentence(properties as unknown as Masked, text),
    };
  }
  if (style.includes('camera') || style.includes('coverage')) {
    const kind = (properties['cameraKind'] ?? properties['kind'] ?? 'fixed') as CameraKind | 'coverage' | 'camera';
    const status = (properties['status'] ?? 'in_operation') as CameraStatus;
    const known = kind in t.coverage.kinds ? (kind as CameraKind) : 'fixed';
    return {
      image: cameraImage(known, status, 'around', secret),
      name: name || t.coverage.kinds[known],
      detail: style.includes('coverage')
        ? t.map.seenHere(t.coverage.statuses[status])
        : `${t.coverage.kinds[known]} · ${t.coverage.statuses[status]}`,
    };
  }
  if (style.includes('mount')) {
    const priority = typeof properties['priority'] === 'number' ? properties['priority'] : null;
    return {
      image: mountImage(priority, 'open', secret),
      name: name || String(properties['code'] ?? ''),
      detail: t.shell.search.kinds['planned-mount'],
    };
  }
  if (style.startsWith('places')) {
    const type = PLACE_TYPES.find(({ code }) => code === properties['placeType']);
    return {
      image: 'place',
      name: name || (type ? nameOf(type) : t.shell.search.kinds.place),
      detail: type ? nameOf(type) : t.shell.search.kinds.place,
    };
  }
  return {
    image: null,
    name,
    detail: style.startsWith('survey') || style.startsWith('areas') ? t.shell.search.kinds.area : '',
  };
}
