import { useQuery } from '@tanstack/react-query';
import type { CrimeWhat } from '#core/wire/areas.ts';
import { queries } from '../../api/queries.ts';
import { densityOpacities, densityRamp } from '../../map/colours.ts';
import type { LayerId, LegendItem } from '../../map/layer.ts';
import { layerById } from '../../map/layers/all.ts';
import { importSigns } from '../../map/layers/import-places.ts';
import { SwatchView } from '../../map/swatch.tsx';
import { usePreviewOnMap } from '../../state/preview-on-map.ts';
import type { Place } from '../../state/url.ts';
import { useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { chosenRespondents } from '../areas/chosen-respondents.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { chosenIndicator } from './chosen-indicator.ts';
import { densityQuery, squareQuery } from './density-query.ts';
import { Ramp } from './ramp.tsx';
import { shownLayers } from './shown-layers.ts';
import { surveyLegend } from './survey-legend.ts';
import styles from './legend.module.css';

/** The signs of the layers in sight, each once. */
export function Legend({ place, onClose }: { place: Place; onClose?: () => void }) {
  const { t } = useText();
  const address = useAddress();
  const { session, year } = useWorkspace();
  const survey = useQuery(queries.survey());
  const indicator = survey.data?.indicators.find(({ code }) => code === chosenIndicator(survey.data, address.filter));
  const values = useQuery(
    queries.surveyValues({ indicator: indicator?.code ?? null, year, respondents: chosenRespondents(address.filter) }),
  );
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
        <PreviewItem />
        {layers.map(({ id, legend }) => (
          <div key={id} className={styles['layer']}>
            <LayerTitle id={id} />
            {id === 'crime-density' ? (
              <DensityItem />
            ) : (
              <ul>
                {(id === 'survey' ? surveyLegend(legend, indicator, values.data) : legend).map((item) => (
                  <Item key={item.label} item={item} />
                ))}
                {id === 'crime-squares' && <SquareSource />}
              </ul>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A file that is looked at before it is read in: its sign is the one that nothing published has. */
function PreviewItem() {
  const { t } = useText();
  const preview = usePreviewOnMap();
  if (!preview) return null;
  return (
    <div className={styles['layer']}>
      <h3>{t.legend.preview.title}</h3>
      <ul>
        <li className={styles['item']}>
          <SwatchView swatch={importSigns[preview]} />
          <span>{t.legend.preview[preview]}</span>
        </li>
      </ul>
    </div>
  );
}

/** What the layer shows just now: of the survey which question and year, of the crimes which and how long. */
function LayerTitle({ id }: { id: LayerId }) {
  const { t, name } = useText();
  const { year } = useWorkspace();
  const { filter } = useAddress();
  const survey = useQuery(queries.survey());
  const indicator = survey.data?.indicators.find(({ code }) => code === chosenIndicator(survey.data, filter));
  if (id === 'survey' && indicator && year !== null) {
    const respondents = chosenRespondents(filter);
    const who = respondents === 'all' ? '' : `, ${t.areas.respondents[respondents].toLowerCase()}`;
    return <h3>{`${name(indicator)}, ${year}${who}`}</h3>;
  }
  if (id === 'crime-density') {
    const period = t.map.density.periods[(filter['period'] ?? '36m') as keyof typeof t.map.density.periods] ?? '';
    return <h3>{t.legend.densityTitles[whatOf(filter)](period.toLowerCase())}</h3>;
  }
  if (id === 'crime-squares') {
    const ofYear = filter['squares'] ? `, ${filter['squares']}` : '';
    return <h3>{t.legend.squareTitles[whatOf(filter)] + ofYear}</h3>;
  }
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

/** The three are never added together: the address says which of them is shown. */
function whatOf(filter: Readonly<Record<string, string>>): CrimeWhat {
  const what = filter['what'];
  return what === 'own_incidents' || what === 'guard_interventions' ? what : 'recorded_crime';
}

/** Who gives the counts, and of which year. */
function SquareSource() {
  const { t } = useText();
  const { filter } = useAddress();
  const tileJson = useQuery(queries.tileJson('crime-squares', squareQuery(filter)));
  const source = tileJson.data?.attribution;
  return <li className={styles['note']}>{source ? `${t.common.source}: ${source}` : t.legend.squaresNone}</li>;
}

/** Where the bands of the density begin: the server's figures, for what is chosen. */
function DensityItem() {
  const { t } = useText();
  const { filter } = useAddress();
  const tileJson = useQuery(queries.tileJson('crime-density', densityQuery(filter)));
  const levels = tileJson.data?.levels ?? [];
  return (
    <div className={styles['rampItem']}>
      {levels.length > 0 && (
        <Ramp
          swatch={{ kind: 'ramp', colours: densityRamp.slice(0, levels.length), ends: levels }}
          opacities={densityOpacities}
        />
      )}
      <span className={styles['note']}>{t.legend.densityUnit}</span>
    </div>
  );
}
