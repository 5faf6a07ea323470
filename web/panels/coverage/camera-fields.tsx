import type { NewCamera } from '#core/wire/sites.ts';
import type { History } from '../../state/use-history.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented, Select, TextField } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { limits, type CameraView } from './camera-drawing.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './coverage.module.css';

/** A camera in figures and choices; what is dragged on the map follows here, and the other way round. */
export function CameraFields({
  history,
  seen,
}: {
  history: History<NewCamera>;
  seen: Pick<CameraView, 'seen_m2' | 'isIndoors'>;
}) {
  const { seen_m2, isIndoors } = seen;
  const { t, locale, number, quantity } = useText();
  const { value: camera, set, pass } = history;
  const { fields } = t.coverage;
  const decimalSign = locale === 'sv' ? (',' as const) : ('.' as const);
  const rangeError = (min: number, max: number) =>
    t.common.between(number(min, min % 1 ? 1 : 0), number(max, max % 1 ? 1 : 0));
  const shared = { decimalSign, rangeError };
  return (
    <>
      <p className={styles['quiet']}>{t.coverage.dragHelp}</p>
      <p className="figures" aria-live="polite">
        {seen_m2 === null ? t.coverage.seenUnknown : t.coverage.seenArea(quantity(seen_m2, t.common.units.squareMetre))}
      </p>
      {isIndoors && <Notice kind="warning">{t.coverage.indoors}</Notice>}
      <div className={styles['pair']}>
        {camera.bearing_deg === null && camera.angle_deg < 360 ? (
          <div className={styles['unknown']}>
            <NumberField
              {...shared}
              label={fields.bearing}
              unit={t.common.units.degree}
              {...limits.bearing_deg}
              emptyText={fields.bearingUnknown}
              value={null}
              onCommit={(bearing_deg) => set({ ...camera, bearing_deg })}
            />
            <Button onClick={() => set({ ...camera, bearing_deg: 0 })}>{t.coverage.setBearing}</Button>
          </div>
        ) : (
          <NumberField
            {...shared}
            label={fields.bearing}
            hint={fields.bearingHint}
            unit={t.common.units.degree}
            {...limits.bearing_deg}
            emptyText={fields.bearingUnknown}
            value={camera.bearing_deg}
            onCommit={(bearing_deg) => set({ ...camera, bearing_deg })}
          />
        )}
        <NumberField
          {...shared}
          label={fields.angle}
          unit={t.common.units.degree}
          {...limits.angle_deg}
          value={camera.angle_deg}
          onCommit={(angle_deg) => angle_deg !== null && set({ ...camera, angle_deg })}
        />
        <NumberField
          {...shared}
          label={fields.range}
          unit={t.common.units.metre}
          {...limits.range_m}
          value={camera.range_m}
          onCommit={(range_m) => range_m !== null && set({ ...camera, range_m })}
        />
        <NumberField
          {...shared}
          label={fields.height}
          unit={t.common.units.metre}
          {...limits.height_m}
          step={0.5}
          decimals={1}
          emptyText={fields.heightUnknown}
          value={camera.height_m}
          onCommit={(height_m) => set({ ...camera, height_m })}
        />
      </div>
      <Segmented
        label={fields.status}
        value={camera.status}
        onChange={(status) => set({ ...camera, status })}
        options={(['planned', 'in_operation', 'off'] as const).map((status) => ({
          value: status,
          label: t.coverage.statuses[status],
        }))}
      />
      <Select
        label={fields.kind}
        value={camera.kind}
        onChange={(kind) => set({ ...camera, kind })}
        options={(['fixed', 'dome', 'ptz'] as const).map((kind) => ({ value: kind, label: t.coverage.kinds[kind] }))}
      />
      <TextField
        label={fields.name}
        value={camera.name}
        maxLength={120}
        onChange={(name) => pass({ ...camera, name })}
        onCommit={(name) => set({ ...camera, name })}
      />
    </>
  );
}
