import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Instance } from '#core/wire/instance.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { hasChosenLocale } from '../../state/remembered.ts';
import { claimDrafts } from '../../state/drafts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { explain } from '../shared/problem-notice.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import styles from './sign-in-page.module.css';

export function SignInPage({ instance }: { instance: Instance }) {
  const { t, setLocale } = useText();
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (given: { username: string; password: string }) => commands.signIn(given.username, given.password),
    onSuccess: (session) => {
      claimDrafts(session.account.id);
      // An own choice on this page counts for more than what the account was given.
      if (!hasChosenLocale()) setLocale(session.account.locale);
      client.setQueryData(queries.session().queryKey, session);
    },
  });
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <LanguageSwitch />
      </header>
      <main className={styles['main']}>
        <div className={styles['intro']}>
          <p className={styles['product']}>{t.shell.product}</p>
          <h1 className={styles['name']}>{instance.name}</h1>
          <p>{t.shell.signIn.intro}</p>
        </div>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (!signIn.isPending) signIn.mutate({ username, password });
          }}
        >
          <TextField label={t.shell.signIn.username} value={username} onChange={setUsername} autoComplete="username" />
          <TextField
            label={t.shell.signIn.password}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
          {signIn.error && <Notice kind="danger">{explain(signIn.error, t)}</Notice>}
          <Button kind="primary" type="submit" wide busy={signIn.isPending && t.shell.signIn.busy}>
            {t.shell.signIn.submit}
          </Button>
        </form>
        {instance.demoAccounts.length > 0 && (
          <section className={styles['demo']} aria-labelledby="demo">
            <h2 id="demo">{t.shell.signIn.demoTitle}</h2>
            <p className={styles['demoText']}>{t.shell.signIn.demoText}</p>
            <ul className={styles['people']}>
              {instance.demoAccounts.map((account) => (
                <li key={account.username}>
                  <button type="button" className={styles['person']} onClick={() => signIn.mutate(account)}>
                    <span className={styles['personName']}>{account.name}</span>
                    <span className={styles['personRole']}>
                      {t.shell.roles[account.role]}, {account.organisation}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {instance.example && <p className={styles['example']}>{t.shell.example(instance.name)}</p>}
      </main>
    </div>
  );
}
