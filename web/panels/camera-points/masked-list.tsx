import { formatDate } from '#core/format/date.ts';
import type { MaskedMount } from '#core/wire/mounts.ts';
import { useMap } from '../../map/use-map.tsx';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/panel.tsx';
import { cellCorner } from './cell-corner.ts';
import styles from './camera-points.module.css';

interface MaskedListProps {
  readonly masked: readonly MaskedMount[];
  /** Nothing is shown exactly: the list is all there is. */
  readonly isAlone?: boolean;
}

/** Camera points as those see them who are not cleared: a square each, with what is secret and why. */
export function MaskedList({ masked, isAlone = false }: MaskedListProps) {
  const { t, number, name } = useText();
  const words = t.cameraPoints.masked;
  const { selection } = useAddress();
  const map = useMap();
  return (
    <>
      <Section {...(isAlone && { title: words.title })}>
        <p>{words.why}</p>
        <p>{words.hidden}</p>
        <p className={styles['hint']}>{`${words.withheld} ${words.clearance}`}</p>
      </Section>
      <ul className={styles['list']} aria-label={words.title}>
        {masked.map((mount) => {
          const size = t.common.maskedSize(number(mount.cellSize_m));
          const [east, north] = cellCorner(mount);
          const owner = mount.organisation && name(mount.organisation);
          const isSelected = selection?.kind === 'masked' && selection.id === mount.id;
          return (
            <li key={mount.id}>
              <button
                type="button"
                className={styles['maskedRow']}
                aria-pressed={isSelected}
                onClick={() => {
                  go({ selection: { kind: 'masked', id: mount.id } });
                  map?.fit(mount.bounds, { maxZoom: 15 });
                }}
              >
                <span className={styles['lock']}>
                  <Icon name="lock" size={16} />
                </span>
                <span className={styles['rowNames']}>
                  <span className="visually-hidden">{`${t.common.showOnMap}: `}</span>
                  {words.item(size)}
                </span>
                <span className={styles['rowStage']}>{words.corner(number(north), number(east))}</span>
                <span className={styles['rowStage']}>
                  {words.basis(mount.provision, mount.authority, formatDate(mount.decidedOn))}
                  {owner && owner !== mount.authority && ` ${words.owner(owner)}.`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
