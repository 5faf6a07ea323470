import { useRef } from 'react';
import type { ImportFinding, ImportSettings } from '#core/wire/imports.ts';
import type { AllImportWords } from '../../../text/load-import-words.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import type { Describing } from './describing.ts';
import { withProposal } from './edit-settings.ts';
import { noteWords } from './import-words.ts';
import { proposalWords } from './proposal-words.ts';
import styles from './imports.module.css';

const looks = { stop: 'danger', warn: 'warning', info: 'info' } as const;
const order = ['stop', 'warn', 'info'] as const;

/** What was recognised in the file, gravest first, each with its sentence and one press that takes the proposal. */
export function FindingList({ description, settings, onChange }: Describing) {
  const { words, number } = useImportText();
  const { findings } = description;
  // Stays when its last finding has gone: whoever took a proposal with the keyboard is not left nowhere.
  const box = useRef<HTMLDivElement>(null);
  function take(proposal: ImportSettings): void {
    onChange(withProposal(settings, proposal));
    box.current?.focus();
  }
  const quiet = [...new Set(findings.filter(isQuiet).map((finding) => noteWords(words, finding)))];
  return (
    <div ref={box} tabIndex={-1} className={styles['findings']}>
      {findings.length > 0 && (
        <Section title={words.imports.describe.findingsTitle}>
          {order
            .flatMap((severity) => findings.filter((finding) => finding.severity === severity && !isQuiet(finding)))
            .map((finding) => (
              <Finding
                key={`${finding.code} ${Object.values(finding.values).join(' ')}`}
                finding={finding}
                words={words}
                number={number}
                onTake={take}
              />
            ))}
          {quiet.length > 0 && (
            <Notice title={words.imports.describe.findings.info}>
              <ul className={styles['notes']}>
                {quiet.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          )}
        </Section>
      )}
    </div>
  );
}

/** Good to know and nothing to do about: such stand together. */
function isQuiet({ severity, proposal }: ImportFinding): boolean {
  return severity === 'info' && proposal === null;
}

interface FindingProps {
  readonly finding: ImportFinding;
  readonly words: AllImportWords;
  readonly number: (value: number) => string;
  readonly onTake: (proposal: ImportSettings) => void;
}

function Finding({ finding, words, number, onTake }: FindingProps) {
  const { severity, proposal } = finding;
  return (
    <Notice
      kind={looks[severity]}
      title={severity === 'info' ? undefined : words.imports.describe.findings[severity]}
      action={proposal && <Button onClick={() => onTake(proposal)}>{proposalWords(words, proposal, number)}</Button>}
    >
      <p>{noteWords(words, finding)}</p>
    </Notice>
  );
}
