import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import icon from '../../icon.svg';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Select } from '../../ui/field.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SearchBox } from './search-box.tsx';
import { useWorkspace } from './workspace-context.ts';
import styles from './top-bar.module.css';

export function TopBar() {
  const { t } = useText();
  const { instance, year } = useWorkspace();
  const survey = useQuery(queries.survey());
  const years = (survey.data?.years ?? []).toSorted((a, b) => b - a);
  return (
    <header className={styles['bar']}>
      <p className={styles['name']}>
        <img src={icon} alt="" width={28} height={28} />
        <span className={styles['municipality']}>{instance.name || t.shell.product}</span>
      </p>
      <SearchBox />
      <div className={styles['right']}>
        {years.length > 0 && year !== null && (
          <div className={styles['year']}>
            <span aria-hidden="true">{t.shell.year}</span>
            <Select
              label={t.shell.year}
              hideLabel
              value={String(year)}
              onChange={(value) => go({ year: Number(value) })}
              options={years.map((one) => ({ value: String(one), label: String(one) }))}
            />
          </div>
        )}
        <div className={styles['language']}>
          <LanguageSwitch />
        </div>
        <AccountMenu />
      </div>
    </header>
  );
}
