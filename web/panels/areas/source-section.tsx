import type { AreaSummary } from '#core/wire/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import styles from './areas.module.css';

/** Where the figures come from and how they were reckoned. */
export function SourceSection({ summary }: { summary: AreaSummary }) {
  const { t } = useText();
  const words = t.areas.page.sources;
  return (
    <Section>
      <details className={styles['details']}>
        <summary>{words.title}</summary>
        <ul className={styles['sources']}>
          <li>
            {summary.survey_source && `${t.areas.list.source(summary.survey_source)}. `}
            {words.survey}
          </li>
          <li>{words.crime}</li>
          <li>{words.cameras}</li>
        </ul>
      </details>
    </Section>
  );
}
