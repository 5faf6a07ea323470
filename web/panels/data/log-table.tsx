import type { AuditEvent } from '#core/wire/overlay.ts';
import { useText } from '../../text/use-text.ts';
import styles from './data.module.css';

/** One row an event. What it was about stands as the id that the register has, never as a name or a place. */
export function LogTable({ events }: { events: readonly AuditEvent[] }) {
  const { t } = useText();
  const words = t.data.log;
  return (
    <table className={styles['log']}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td className={styles['at']}>{writeMoment(event.at)}</td>
            <td>{event.accountName ?? words.system}</td>
            <td>
              {words.actions[event.action] ?? words.otherAction}
              {event.subjectId && (
                <span className={styles['subject']} title={event.subjectId}>
                  <span className="visually-hidden">{`${words.subject}: `}</span>
                  {event.subjectId.slice(0, 8)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Day and time where the reader is, as "2026-10-01 14:05". */
export function writeMoment(at: string): string {
  const moment = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
