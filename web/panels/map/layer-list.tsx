import { layers } from '../../map/layers/all.ts';
import type { LayerId } from '../../map/layer.ts';
import type { Place } from '../../state/url.ts';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { DensityFilter } from './density-filter.tsx';
import { mayShow, shownLayers } from './shown-layers.ts';
import styles from './layer-list.module.css';

const groups = ['cameras', 'need', 'ground'] as const;

/** Which layers are drawn, and how strongly. */
export function LayerList({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useText();
  const address = useAddress();
  const { role } = useWorkspace().session.account;
  const shown = shownLayers(address, place, role);

  function set(id: LayerId, opacity_percent: number | null): void {
    const others = shown.filter((layer) => layer.id !== id);
    go({ layers: opacity_percent === null ? others : [...others, { id, opacity_percent }] }, { replace: true });
  }
  return (
    <section className={styles['list']} aria-label={t.map.layers}>
      <header className={styles['head']}>
        <h2>{t.map.layers}</h2>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      {groups.map((group) => (
        <div key={group} className={styles['group']}>
          <h3>{t.map.groups[group]}</h3>
          {layers
            .filter((layer) => layer.group === group && mayShow(layer.id, role))
            .map(({ id }) => {
              const now = shown.find((layer) => layer.id === id);
              return (
                <div key={id} className={styles['layer']}>
                  <Checkbox
                    label={t.legend.layers[id]}
                    checked={now !== undefined}
                    onChange={(on) => set(id, on ? 100 : null)}
                  />
                  {now && (
                    <input
                      type="range"
                      min={10}
                      max={100}
                      step={10}
                      className={styles['opacity']}
                      aria-label={t.map.layerOpacity(t.legend.layers[id])}
                      value={now.opacity_percent}
                      onChange={(event) => set(id, Number(event.target.value))}
                    />
                  )}
                  {now && id === 'crime-density' && <DensityFilter />}
                  {now && id === 'crime-squares' && <DensityFilter ofSquares />}
                </div>
              );
            })}
        </div>
      ))}
    </section>
  );
}
