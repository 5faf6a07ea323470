import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Locale } from '#core/format/number.ts';
import { makeQueryClient } from './api/query-client.ts';
import { queries } from './api/queries.ts';
import { ProblemNotice } from './panels/shared/problem-notice.tsx';
import { SignInPage } from './panels/sign-in/sign-in-page.tsx';
import { rememberLocale, rememberedLocale } from './state/remembered.ts';
import { loadWords } from './text/load-words.ts';
import { LanguageContext, useText } from './text/use-text.ts';
import type { Words } from './text/words.ts';
import { Loading } from './ui/empty-state.tsx';
import { ToastProvider } from './ui/toasts.tsx';

const client = makeQueryClient();

// The map and everything around it is fetched while somebody signs in.
const workspace = () => import('./panels/shell/workspace.tsx');
const Workspace = lazy(async () => ({ default: (await workspace()).Workspace }));

export function App() {
  const [language, setLanguage] = useState<{ readonly locale: Locale; readonly words: Words } | null>(null);
  const setLocale = useCallback((locale: Locale) => {
    rememberLocale(locale);
    void loadWords(locale).then((words) => setLanguage({ locale, words }));
  }, []);
  useEffect(() => {
    const locale = rememberedLocale();
    void loadWords(locale).then((words) => setLanguage({ locale, words }));
  }, []);
  useEffect(() => {
    if (language) document.documentElement.lang = language.locale;
  }, [language]);
  const given = useMemo(() => language && { ...language, setLocale }, [language, setLocale]);
  if (!given) return null;
  return (
    <QueryClientProvider client={client}>
      <LanguageContext value={given}>
        <Entrance />
      </LanguageContext>
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
