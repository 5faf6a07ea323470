import { formatDate } from '#core/format/date.ts';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { useMap } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { StepLine } from '../../ui/charts/step-line.tsx';
import { classNames } from '../../ui/class-names.ts';
import { sentence } from '../../text/reason-values.ts';
import { daysBetween } from '../shared/days-between.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { steps, stepsReached } from './stages.ts';
import styles from './camera-points.module.css';

interface MountRowProps {
  readonly mount: PlannedMount;
  /** Whom it waits on stands above the list already. */
  readonly hidesWhom?: boolean;
}

/** A camera point in a list: its rank, its name, how far it has come, and what it waits for. */
export function MountRow({ mount, hidesWhom = false }: MountRowProps) {
  const text = useText();
  const { t, number } = text;
  const { instance } = useWorkspace();
  const map = useMap();
  const reached = stepsReached(mount.stage);
  const stage = t.cameraPoints.stages[mount.stage];
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => {
          go({ selection: { kind: 'planned-mount', id: mount.id } });
          const [lon, lat] = mount.position;
          map?.fit([lon, lat, lon, lat], { maxZoom: 16 });
        }}
      >
        <PriorityMark mount={mount} />
        <span className={styles['rowNames']}>
          <span className={styles['code']}>{mount.code}</span>
          <span>{mount.name}</span>
        </span>
        <span className={styles['rowStage']}>
          {reached > 0 && (
            <StepLine
              count={steps.length}
              reached={reached}
              isWaiting={mount.waitingFor !== null}
              label={t.cameraPoints.step(number(reached), number(steps.length), stage)}
            />
          )}
          <span>{sentence(t.cameraPoints.stageSince(stage, formatDate(mount.stageSince)))}</span>
        </span>
        {mount.waitingFor && (
          <span className={styles['rowWaiting']}>
            {waitingWords(text, mount, hidesWhom)}{' '}
            {mount.waitingSince && (
              <span className={styles['since']}>
                {`${t.cameraPoints.since(formatDate(mount.waitingSince))}, `}
                <strong>
                  {t.cameraPoints.facts.days(number(Math.max(0, daysBetween(mount.waitingSince, instance.today))))}
                </strong>
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  );
}

/** The diamond as it is on the map, with the rank in it: filled when mounted, its edge red when secret. */
export function PriorityMark({ mount: { priority, stage, secret } }: { mount: PlannedMount }) {
  const { t } = useText();
  const isDone = stage === 'mounted' || stage === 'in_operation';
  return (
    <span
      className={classNames(styles['mark'], isDone && styles['markDone'], secret && styles['markSecret'])}
      role="img"
      aria-label={priority === null ? t.cameraPoints.unranked : t.cameraPoints.priority(String(priority))}
    >
      <svg viewBox="0 0 32 32" width={32} height={32} aria-hidden="true">
        <path d="M16 3 29 16 16 29 3 16Z" />
        {priority !== null && (
          <text x={16} y={priority > 9 ? 20 : 20.5} textAnchor="middle" fontSize={priority > 9 ? 12 : 14}>
            {priority}
          </text>
        )}
        {priority === null && !isDone && <circle cx={16} cy={16} r={2.2} />}
      </svg>
    </span>
  );
}

/** "Väntar på el från Tekniska nämnden". */
function waitingWords({ t, name }: Text, mount: PlannedMount, hidesWhom: boolean): string {
  if (!mount.waitingFor) return '';
  const what = t.cameraPoints.waitingFor[mount.waitingFor];
  return mount.waitingOn && !hidesWhom
    ? t.cameraPoints.waitsOn(what, name(mount.waitingOn))
    : t.cameraPoints.waits(what);
}
