import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDate } from '#core/format/date.ts';
import { commands } from '../../api/commands.ts';
import { forgetSession } from '../../api/query-client.ts';
import { forgetDrafts } from '../../state/drafts.ts';
import { emptyAddress } from '../../state/url.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useWorkspace } from './workspace-context.ts';
import styles from './account-menu.module.css';

/** Who is signed in, as what, and what she is cleared for. */
export function AccountMenu() {
  const { t, name } = useText();
  const { session, uncleared } = useWorkspace();
  const client = useQueryClient();
  const { account, clearances } = session;
  const signOut = useMutation({
    mutationFn: commands.signOut,
    onSettled: () => {
      forgetDrafts();
      forgetSession(client);
      go(emptyAddress);
    },
  });
  return (
    <Popover
      label={t.shell.account.menu(account.name, t.shell.roles[account.role])}
      button={
        <>
          <Icon name={clearances.length > 0 && !uncleared ? 'lock' : 'user'} />
          <span className={styles['who']}>
            <span className={styles['name']}>{account.name}</span>{' '}
            <span className={styles['role']}>{t.shell.roles[account.role]}</span>
          </span>
        </>
      }
    >
      {() => (
        <div className={styles['menu']}>
          <div>
            <p className={styles['name']}>{account.name}</p>
            <p className={styles['role']}>
              {t.shell.roles[account.role]}, {name(account.organisation)}
            </p>
          </div>
          <div className={styles['part']}>
            {clearances.length === 0 ? (
              <p className={styles['role']}>{t.shell.account.noClearance}</p>
            ) : (
              <>
                <h3>{t.shell.account.clearances}</h3>
                <ul>
                  {clearances.map((clearance) => (
                    <li key={`${clearance.scope} ${clearance.label}`}>
                      {t.shell.account.clearanceTo(clearance.label, formatDate(clearance.to))}
                    </li>
                  ))}
                </ul>
                <Checkbox
                  asSwitch
                  label={t.shell.account.uncleared}
                  hint={t.shell.account.unclearedHint}
                  checked={uncleared}
                  onChange={(checked) => go({ uncleared: checked, selection: null })}
                />
              </>
            )}
          </div>
          <div className={styles['language']}>
            <LanguageSwitch />
          </div>
          <Button onClick={() => signOut.mutate()}>{t.shell.account.signOut}</Button>
        </div>
      )}
    </Popover>
  );
}
