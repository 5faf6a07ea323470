import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessToken } from '#core/wire/overlay.ts';
import { queries } from '../../api/queries.ts';
import { useText } from '../../text/use-text.ts';
import { Loading } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { CopyLine } from './copy-line.tsx';
import { NewToken } from './new-token.tsx';
import { TokenList } from './token-list.tsx';
import styles from './data.module.css';

/** The address for other programs, and the keys they sign in with. */
export function AccessTab() {
  const { t } = useText();
  const words = t.data.access;
  const tokens = useQuery(queries.tokens());
  const [created, setCreated] = useState<AccessToken | null>(null);
  const address = `${location.origin}/ogc`;
  return (
    <>
      <Section>
        <p>{words.intro}</p>
        <h2>{words.address}</h2>
        <CopyLine label={words.address} text={address} />
      </Section>
      <Section title={words.title}>
        {tokens.error && <ProblemNotice error={tokens.error} onRetry={() => void tokens.refetch()} />}
        {tokens.isPending && !tokens.error && <Loading label={t.common.loading} lines={2} />}
        {tokens.data?.length === 0 && <p className={styles['quiet']}>{words.none}</p>}
        {tokens.data && <TokenList tokens={tokens.data} />}
        <NewToken created={created} onCreated={setCreated} />
      </Section>
      <Section>
        <p>{words.qgis}</p>
        <h3>{words.gdal}</h3>
        <CopyLine
          label={words.gdal}
          text={`ogrinfo OAPIF:${address} --config GDAL_HTTP_USERPWD kamerapunkt:${created?.token ?? 'kp_…'}`}
        />
      </Section>
    </>
  );
}
