import type { ImportPageWords } from '../load-import-words.ts';

export const kept: ImportPageWords['kept'] = {
  title: 'What is kept',
  intro:
    'How long the points of crimes stay, and which crimes are not read in at all. Each change is written to the log.',
  notYours: 'The administrator, the reviewer and the analyst read this',
  notYoursText: 'Ask the administrator how long data are kept.',
  months: 'Points are kept for',
  unit: 'months',
  monthsHint: 'Then they are deleted. Counts by area and period stay.',
  monthsRead: (months) =>
    `Points are kept for ${months} months. Then they are deleted. Counts by area and period stay.`,
  monthsSaved: (months) => `Points are now kept for ${months} months.`,
  monthsFewer: (months) =>
    `All points older than ${months} months are deleted by the next deletion. It cannot be undone.`,
  fewerTitle: (months) => `Keep points for only ${months} months`,
  save: 'Store',
  saving: 'Storing …',
  groups: 'Crimes that are not read in',
  groupsIntro:
    'Rows of these kinds are refused, because a point can give away a home, or who was exposed to what. The administrator can open a kind and then writes why.',
  group: {
    dwelling: { name: 'Crimes in dwellings', what: 'Burglary and other crimes in a home.' },
    close_relation: { name: 'Crimes in close relations', what: 'Crimes against somebody close.' },
    sexual: { name: 'Sexual offences', what: 'All sexual offences.' },
  },
  closed: 'Refused',
  opened: 'Read in',
  openedBy: (date, name) => `Opened ${date} by ${name}.`,
  open: 'Open',
  openNamed: (name) => `Open: ${name}`,
  openText: 'Rows of this kind are read in from the next file on. The reason is written to the log.',
  close: 'Close again',
  isClosed: (name) => `${name}: refused again from the next file on.`,
  isOpened: (name) => `${name}: read in from the next file on.`,
  reason: 'Reason',
  reasonPlaceholder: 'Purpose and legal basis',
  reasonMissing: 'Write the reason with at least ten characters.',
  somebody: 'unknown',
  deletions: 'What has been deleted',
  deletionsNone:
    'Nothing has been deleted yet. Each deletion stands here: when, from which source and how many points.',
  deletionsCaption: 'Deletions, newest first',
  at: 'When',
  source: 'Source',
  before: 'Before',
  rows: 'Points',
  withdraw: {
    press: 'Withdraw',
    named: (name) => `Withdraw ${name}`,
    text: 'All rows of the source are taken away, with what is built on them: figures, map layers and the answers of searches for places. This cannot be undone. The file can be read in anew.',
    reason: 'Reason',
    reasonPlaceholder: 'For example: wrong file, or asked for by the data protection officer',
    reasonMissing: 'Write the reason with at least ten characters.',
    withdrawing: 'Withdrawing …',
    done: (name, rows, runs) =>
      `${name} is withdrawn: ${rows} rows and ${runs} ${runs === '1' ? 'search' : 'searches'} for places were taken away.`,
  },
};
