import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';

/** Shows the language it changes to, in that language. */
export function LanguageSwitch() {
  const { t, locale, setLocale } = useText();
  const other = locale === 'sv' ? 'en' : 'sv';
  return (
    <span lang={other}>
      <Button kind="quiet" icon="globe" onClick={() => setLocale(other)}>
        {t.shell.languages[other]}
      </Button>
    </span>
  );
}
