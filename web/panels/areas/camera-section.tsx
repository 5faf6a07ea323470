import type { AreaSummary } from '#core/wire/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import styles from './areas.module.css';

/** Open cameras by organisation, and what they see of the area's ground. */
export function CameraSection({ cameras }: { cameras: AreaSummary['cameras'] }) {
  const { t, name, number, percent } = useText();
  const words = t.areas.page.cameras;
  const hasAny = cameras.open.length > 0;
  return (
    <Section title={words.title}>
      {hasAny ? (
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.organisation}</th>
              <th scope="col">{words.inOperation}</th>
              <th scope="col">{words.planned}</th>
              <th scope="col">{words.off}</th>
            </tr>
          </thead>
          <tbody>
            {cameras.open.map((organisation) => (
              <tr key={organisation.organisationId}>
                <th scope="row">{name(organisation)}</th>
                <td>{number(organisation.count)}</td>
                <td>{number(organisation.planned ?? 0)}</td>
                <td>{number(organisation.off ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{words.none}</p>
      )}
      {cameras.coverage_m2 > 0 && (
        <p>
          {words.coverage(
            `${number(cameras.coverage_m2)} ${t.common.units.squareMetre}`,
            percent(cameras.coverageShare, 1),
          )}
        </p>
      )}
      <p className={styles['hint']}>{`${words.masked} ${t.common.visibleCameras}`}</p>
    </Section>
  );
}
