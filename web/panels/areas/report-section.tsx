import { useMutation } from '@tanstack/react-query';
import type { AreaSummary } from '#core/wire/areas.ts';
import { ApiError } from '../../api/client.ts';
import { fetchAreaReport, reportFormats, type ReportFormat } from '../../api/reports.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { saveFile } from './save-file.ts';
import styles from './areas.module.css';

const reportId = 'area-report';

/** The report is last on the page, and what some come for: takes them there, with the keyboard too. */
export function jumpToReport(): void {
  const report = document.getElementById(reportId);
  // Nearest, or the sheet around the panel is scrolled too, and its head out of sight.
  report?.scrollIntoView({ block: 'nearest' });
  report?.focus({ preventScroll: true });
}

/** The area's report as a file, one button a format. */
export function ReportSection({ area, year }: { area: AreaSummary['area']; year: number }) {
  const { t, locale } = useText();
  const words = t.areas.report;
  const { session } = useWorkspace();
  const toast = useToast();
  const report = useMutation({
    mutationFn: (format: ReportFormat) => fetchAreaReport({ areaId: area.id, format, year, locale }),
    onSuccess: ({ blob, fileName }) => {
      saveFile(blob, fileName);
      toast({ text: words.done(fileName) });
    },
  });
  const disabledReason = session.may.exportReports ? null : words.notYours;
  const asked = report.variables ? words.formats[report.variables] : '';
  const known = report.error instanceof ApiError ? report.error.code : null;
  return (
    <div id={reportId} tabIndex={-1} className={styles['report']}>
      <Section title={words.title}>
        <p>{words.text(area.name, String(year))}</p>
        <div className={styles['formats']}>
          {reportFormats.map((format) => (
            <Button
              key={format}
              icon="download"
              kind={format === 'pdf' ? 'primary' : 'plain'}
              disabledReason={disabledReason}
              busy={report.isPending && report.variables === format && words.busy(words.formats[format])}
              onClick={() => !report.isPending && report.mutate(format)}
            >
              {words.export(words.formats[format])}
            </Button>
          ))}
        </div>
        {disabledReason && <p className={styles['hint']}>{disabledReason}</p>}
        {known === 'reports-unavailable' && <Notice kind="warning">{words.unavailable(asked)}</Notice>}
        {known === 'busy' && <Notice kind="warning">{words.busyServer}</Notice>}
        {report.error && known !== 'reports-unavailable' && known !== 'busy' && <ProblemNotice error={report.error} />}
      </Section>
    </div>
  );
}
