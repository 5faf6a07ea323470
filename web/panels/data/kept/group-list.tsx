import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#core/format/date.ts';
import type { KeptData } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import { OpenGroup } from './open-group.tsx';
import styles from '../data.module.css';

const groups = ['dwelling', 'close_relation', 'sexual'] as const;

/** The kinds of crime that are refused, and those that somebody has opened, with the reason. */
export function GroupList({ kept, mayChange }: { kept: KeptData; mayChange: boolean }) {
  const { words } = useImportText();
  const say = words.kept;
  const client = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState<string | null>(null);
  const nameOf = (group: string) => say.group[group]?.name ?? group;
  const close = useMutation({
    mutationFn: (group: string) => importCommands.closeCategory(group),
    onSuccess: (_, group) => {
      toast({ text: say.isClosed(nameOf(group)) });
      return client.invalidateQueries({ queryKey: importQueries.keptData().queryKey });
    },
  });
  return (
    <Section title={say.groups}>
      <p className={styles['quiet']}>{say.groupsIntro}</p>
      {close.error && <ImportProblem error={close.error} />}
      <ul className={styles['groups']}>
        {groups.map((group) => {
          const opened = kept.opened.find((one) => one.group === group);
          return (
            <li key={group}>
              <div>
                <p>
                  <strong>{nameOf(group)}</strong>
                  <span className={styles['groupState']} data-opened={opened ? true : undefined}>
                    {opened ? say.opened : say.closed}
                  </span>
                </p>
                <p className={styles['quiet']}>{say.group[group]?.what}</p>
                {opened && (
                  <p className={styles['quiet']}>
                    {`${say.openedBy(formatDate(opened.at), opened.by ?? say.somebody)} ${opened.reason}`}
                  </p>
                )}
              </div>
              {mayChange && (
                <Button
                  kind={opened ? 'plain' : 'quiet'}
                  onClick={() => (opened ? close.mutate(group) : setAsked(group))}
                >
                  {opened ? say.close : say.open}
                  <span className="visually-hidden">{` ${nameOf(group)}`}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {asked && <OpenGroup group={asked} name={nameOf(asked)} onClose={() => setAsked(null)} />}
    </Section>
  );
}
