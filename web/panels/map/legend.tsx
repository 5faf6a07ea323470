import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import type { LegendItem, Swatch } from '../../map/layer.ts';
import { layerById } from '../../map/layers/all.ts';
import { SwatchView } from '../../map/swatch.tsx';
import type { Place } from '../../state/url.ts';
import { useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { chosenIndicator } from './chosen-indicator.ts';
import { shownLayers } from './shown-layers.ts';
import styles from './legend.module.css';

/** The signs of the layers in sight, each once. */
export function Legend({ place, onClose }: { place: Place; onClose?: () => void }) {
  const { t } = useText();
  const address = useAddress();
  const { session } = useWorkspace();
  const seen = new Set<string>();
  const layers = shownLayers(address, place, session.account.role)
    .toReversed()
    .flatMap(({ id }) => {
      const legend = layerById.get(id)?.legend.filter(({ label }) => !seen.has(label)) ?? [];
      for (const { label } of legend) seen.add(label);
      return legend.length > 0 ? [{ id, legend }] : [];
    });
  return (
    <section className={styles['legend']} aria-label={t.map.legend}>
      {onClose && (
        <header className={styles['head']}>
          <h2>{t.map.legend}</h2>
          <IconButton icon="close" label={t.common.close} onClick={onClose} />
        </header>
      )}
      <div className={styles['body']}>
        {layers.map(({ id, legend }) => (
          <div key={id} className={styles['layer']}>
            <LayerTitle id={id} />
            <ul>
              {legend.map((item) => (
                <Item key={item.label} item={item} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What the layer shows just now: of the survey which question and year. */
function LayerTitle({ id }: { id: keyof ReturnType<typeof useText>['t']['legend']['layers'] }) {
  const { t, name } = useText();
  const { year } = useWorkspace();
  const address = useAddress();
  const survey = useQuery(queries.survey());
  const indicator = survey.data?.indicators.find(({ code }) => code === chosenIndicator(survey.data, address.filter));
  if (id === 'survey' && indicator && year !== null) return <h3>{`${name(indicator)}, ${year}`}</h3>;
  return <h3>{t.legend.layers[id]}</h3>;
}

function Item({ item: { label, swatch } }: { item: LegendItem }) {
  const { t } = useText();
  const words = t.legend.items[label as keyof typeof t.legend.items];
  if (swatch.kind === 'ramp') {
    return (
      <li className={styles['rampItem']}>
        <Ramp swatch={swatch} />
        <span className={styles['note']}>{words}</span>
      </li>
    );
  }
  return (
    <li className={styles['item']}>
      <SwatchView swatch={swatch} />
      <span>{words}</span>
    </li>
  );
}

function Ramp({ swatch }: { swatch: Extract<Swatch, { kind: 'ramp' }> }) {
  const { t, number } = useText();
  const { colours, opacity = 1, ends, threshold } = swatch;
  return (
    <div className={styles['ramp']}>
      <div className={styles['colours']}>
        {colours.map((colour, order) => (
          <span
            key={colour}
            className={order === threshold ? styles['threshold'] : undefined}
            style={{ background: colour, opacity }}
          />
        ))}
      </div>
      <div className={styles['ends']}>
        {ends ? (
          ends.map((end, order) => (
            <span
              key={end}
              className={order === threshold ? styles['marked'] : undefined}
              style={{ left: `${(order * 100) / colours.length}%` }}
            >
              {order === 0 || order === ends.length - 1 ? number(end) : number(end, order === threshold ? 2 : 1)}
            </span>
          ))
        ) : (
          <>
            <span style={{ left: 0, transform: 'none' }}>{t.legend.fewer}</span>
            <span style={{ left: '100%', transform: 'translateX(-100%)' }}>{t.legend.more}</span>
          </>
        )}
      </div>
    </div>
  );
}
