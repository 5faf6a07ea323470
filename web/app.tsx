import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Locale } from '#core/format/number.ts';
import { makeQueryClient } from './api/query-client.ts';
import { queries } from './api/queries.ts';
import { ProblemNotice } from './panels/shared/problem-notice.tsx';
import { SignInPage } from './panels/sign-in/sign-in-page.tsx';
import { rememberLocale, rememberedLocale } from './state/remembered.ts';
import { LocaleContext, useText } from './text/use-text.ts';
import { Loading } from './ui/empty-state.tsx';
import { ToastProvider } from './ui/toasts.tsx';

const client = makeQueryClient();

// The map and everything around it is fetched while somebody signs in.
const workspace = () => import('./panels/shell/workspace.tsx');
const Workspace = lazy(async () => ({ default: (await workspace()).Workspace }));

export function App() {
  const [locale, setLocale] = useState<Locale>(rememberedLocale);
  const chosen = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        rememberLocale(next);
        setLocale(next);
      },
    }),
    [locale],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <QueryClientProvider client={client}>
      <LocaleContext value={chosen}>
        <Entrance />
      </LocaleContext>
    </QueryClientProvider>
  );
}

/** The sign-in page, or the workspace of whoever has signed in. */
function Entrance() {
  const { t } = useText();
  const instance = useQuery(queries.instance());
  const session = useQuery(queries.session());
  const error = instance.error ?? session.error;
  if (error) {
    return <ProblemNotice error={error} onRetry={() => void Promise.all([instance.refetch(), session.refetch()])} />;
  }
  if (!instance.data || session.data === undefined) return <Loading label={t.common.loading} />;
  if (session.data === null) {
    void workspace();
    return <SignInPage instance={instance.data} />;
  }
  return (
    <ToastProvider closeLabel={t.common.close}>
      <Suspense fallback={<Loading label={t.common.loading} />}>
        <Workspace instance={instance.data} session={session.data} />
      </Suspense>
    </ToastProvider>
  );
}
