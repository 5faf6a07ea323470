import { formatDate } from '#core/format/date.ts';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { useMap } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Facts, Panel, Section } from '../../ui/panel.tsx';
import { daysBetween } from '../shared/days-between.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { RankSection } from './rank-section.tsx';
import { StageSteps } from './stage-steps.tsx';

/** Everything about one camera point that the viewer may see exactly. */
export function MountPage({ mount, all }: { mount: PlannedMount; all: readonly PlannedMount[] }) {
  const { t, number, name } = useText();
  const words = t.cameraPoints.facts;
  const { instance } = useWorkspace();
  const map = useMap();
  const [lon, lat] = mount.position;
  const size = mount.cellSize_m === null ? null : t.common.maskedSize(number(mount.cellSize_m));
  return (
    <Panel
      title={mount.name || mount.code}
      kicker={`${t.cameraPoints.kicker} ${mount.code}`}
      back={{ label: t.cameraPoints.back, onClick: () => go({ selection: null }) }}
      actions={
        <IconButton
          icon="locate"
          label={t.common.showOnMap}
          onClick={() => map?.fit([lon, lat, lon, lat], { maxZoom: 17 })}
        />
      }
    >
      <RankSection mount={mount} all={all} />
      <Section title={t.cameraPoints.progress}>
        <StageSteps mount={mount} />
        {mount.waitingFor && (
          <Facts
            items={[
              [words.waiting, t.cameraPoints.waitingFor[mount.waitingFor]],
              ...(mount.waitingOn ? [[words.on, name(mount.waitingOn)] as const] : []),
              ...(mount.waitingSince
                ? [
                    [
                      words.waitingSince,
                      `${formatDate(mount.waitingSince)}, ${words.days(number(Math.max(0, daysBetween(mount.waitingSince, instance.today))))}`,
                    ] as const,
                  ]
                : []),
            ]}
          />
        )}
      </Section>
      <Section title={words.secrecy}>
        <p>
          {mount.secret
            ? `${words.secret(mount.provision ?? '', mount.authority ?? '')} ${
                size ? words.othersSee(size) : words.withheld
              }`
            : words.open}
        </p>
        {mount.organisation && <Facts items={[[words.organisation, name(mount.organisation)]]} />}
      </Section>
    </Panel>
  );
}
