import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../import-file.ts';
import { faultOf, inspect, read } from './read.ts';

const wide = (text: string, order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('letters', () => {
  const text = 'plats;år\nMöllevången;2024\nÖstra;2023\n';
  it.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['ISO-8859-1', Buffer.from(text, 'latin1'), 'ISO-8859-1'],
    ['UTF-16 LE with its mark', wide(text, 'le', true), 'UTF-16'],
    ['UTF-16 LE', wide(text, 'le', false), 'UTF-16'],
    ['UTF-16 BE with its mark', wide(text, 'be', true), 'UTF-16'],
    ['UTF-16 BE', wide(text, 'be', false), 'UTF-16'],
  ])('%s', async (_, bytes, encoding) => {
    const rows = [
      ['Möllevången', '2024'],
      ['Östra', '2023'],
    ];
    expect(await read(fileOf('t.csv', bytes))).toMatchObject({ header: ['plats', 'år'], rows });
    expect(await inspect(fileOf('å ä ö.csv', bytes))).toMatchObject({ encoding, delimiter: ';', headingRow: 1 });
  });

  it('as they are asked for, and when the only one stands last', async () => {
    const bytes = Buffer.from('a;b\n1;Ã¶', 'latin1');
    expect((await read(fileOf('t.csv', bytes))).rows).toEqual([['1', 'ö']]);
    expect((await read(fileOf('t.csv', bytes), { encoding: 'ISO-8859-1' })).rows).toEqual([['1', 'Ã¶']]);
    expect((await read(fileOf('t.csv', Buffer.from('a;b\n1;ö', 'latin1')))).rows).toEqual([['1', 'ö']]);
  });

  it('of two kinds in one file are told', async () => {
    const filler = 'x;1\n'.repeat(100_000);
    const bytes = Buffer.concat([Buffer.from(`a;b\nö;1\n${filler}`), Buffer.from('ö;2\n', 'latin1')]);
    expect((await read(fileOf('t.csv', bytes))).notes).toEqual([{ code: 'mixed_letters', values: {} }]);
  });
});

describe('separators', () => {
  it.each([
    ['semicolons with decimal commas', 'a;b\n1,5;2,5\n', ';'],
    ['commas with a semicolon in a cell', 'a,b,c\n1,"x;y;z;å",2\n', ','],
    ['tabs with commas', 'a\tb\nx, y, z\t1\n', '\t'],
    ['bars', 'a|b\n1|2\n', '|'],
    ['a title full of commas above', 'Uttag, 2024, Malmö, hela, kommunen\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    expect((await inspect(fileOf('t.csv', text))).delimiter).toBe(delimiter);
  });

  it('said by Excel in the first line', async () => {
    const found = await read(fileOf('t.csv', 'sep=;\r\na;b\r\n1,2;3,4\r\n'));
    expect(found).toMatchObject({ header: ['a', 'b'], rows: [['1,2', '3,4']], numbers: [3], headingRow: 2 });
    expect((await read(fileOf('t.csv', 'sep=|\na,b|c\n1|2\n'))).header).toEqual(['a,b', 'c']);
  });
});

describe('headings', () => {
  it('below a title, a date and empty rows', async () => {
    const text =
      'Anmälda brott;;;\n\nUttag;2024-01-05;;\n;;;\nKod;Område;Antal;Andel\n0180;Östra;3;1,5\n0181;Västra;4;2,5\n';
    const found = await read(fileOf('t.csv', text));
    expect(found).toMatchObject({ header: ['Kod', 'Område', 'Antal', 'Andel'], headingRow: 5, numbers: [6, 7] });
    expect(found.rows[0]).toEqual(['0180', 'Östra', '3', '1,5']);
  });

  it.each([
    [
      'names above figures',
      ';;2023;;;2024;\nKod;Område;Antal;Index;Svar;Antal;Index\n01;Ö;3;2,5;9;4;2\n02;V;4;2;8;5;1\n',
    ],
    [
      'names beside groups',
      'Kod;Område;2023;;;2024;\n;;Antal;Index;Svar;Antal;Index\n01;Ö;3;2,5;9;4;2\n02;V;4;2;8;5;1\n',
    ],
  ])('on two rows: %s', async (_, text) => {
    const found = await read(fileOf('t.csv', `Trygghet\n${text}`));
    const names = ['2023 Antal', '2023 Index', '2023 Svar', '2024 Antal', '2024 Index'];
    expect(found).toMatchObject({ header: ['Kod', 'Område', ...names], headingRow: 3, numbers: [4, 5] });
  });

  it('on one row where a column has no name, and the rows are words', async () => {
    const found = await read(fileOf('t.csv', 'Namn;;Typ\nCentrum;x;Park\nNorr;y;Torg\n'));
    expect(found).toMatchObject({ header: ['Namn', '', 'Typ'], headingRow: 1 });
    expect(found.rows).toHaveLength(2);
  });

  it('that are years stay years', async () => {
    expect((await read(fileOf('t.csv', 'Område;2022;2023\nÖ;3;4\nV;5;6\n'))).header).toEqual([
      'Område',
      '2022',
      '2023',
    ]);
  });

  it('on the row that is named, or none', async () => {
    const path = fileOf('t.csv', 'x;y\na;b\n1;2\n');
    expect(await read(path, { heading: '2' })).toMatchObject({ header: ['a', 'b'], rows: [['1', '2']], numbers: [3] });
    const none = await read(fileOf('t.csv', '1;2\n3;4\n'), { heading: '0' });
    expect(none).toMatchObject({ header: ['kolumn 1', 'kolumn 2'], headingRow: 0, numbers: [1, 2] });
    expect(none.rows).toHaveLength(2);
  });
});

describe('rows that are no data', () => {
  const text = 'Område;Antal\nÖ;3\nTotalt;10\n\nV;7\nHela kommunen;10\n* avser 2023\nKälla: Brå\n';
  it('are put aside and told, the others keep their numbers', async () => {
    const found = await read(fileOf('t.csv', text));
    expect(found.rows.filter((row) => row.some(Boolean))).toEqual([
      ['Ö', '3'],
      ['V', '7'],
    ]);
    expect(found.numbers[found.rows.findIndex(([name]) => name === 'V')]).toBe(5);
    expect(found.aside).toEqual([
      { row: 3, kind: 'total', text: 'Totalt' },
      { row: 4, kind: 'empty', text: '' },
      { row: 6, kind: 'total', text: 'Hela kommunen' },
      { row: 7, kind: 'footnote', text: '* avser 2023' },
      { row: 8, kind: 'footnote', text: 'Källa: Brå' },
    ]);
    expect(found.notes).toEqual([
      { code: 'totals_aside', values: { count: 2, rows: '3, 6' } },
      { code: 'footnotes_aside', values: { count: 2, rows: '7, 8' } },
    ]);
  });

  it('are totals only on demand, and "Hela kommunen" only when it sums the others', async () => {
    const kept = await read(fileOf('t.csv', text), { totals: 'keep' });
    expect(kept.rows.map(([name]) => name)).toEqual(['Ö', 'Totalt', '', 'V', 'Hela kommunen', undefined, undefined]);
    const index = await read(fileOf('t.csv', 'Område;Index\nÖ;3,5\nV;2,5\nN;2,1\nHela kommunen;2,8\n'));
    expect(index.rows.at(-1)).toEqual(['Hela kommunen', '2,8']);
  });

  it('are no footnotes above the last row of data', async () => {
    const found = await read(fileOf('t.csv', 'Område;Antal\n* Ö;\nKälla;\nV;7\nNot: allt är preliminärt;\n'));
    expect(found.rows.slice(0, 3)).toEqual([
      ['* Ö', ''],
      ['Källa', ''],
      ['V', '7'],
    ]);
    expect(found.aside.map(({ row }) => row)).toEqual([5]);
  });

  it('are found behind the first thousands of rows, and what only looks like one comes back', async () => {
    const lines = Array.from({ length: 12_000 }, (_, n) => (n === 4_999 || n === 9_998 ? 'Källa;' : `plats ${n};${n}`));
    const found = await read(fileOf('t.csv', `Område;Antal\n${lines.join('\n')}\nKälla: Brå\n`));
    expect(found.rows.filter(([name]) => name === 'Källa')).toHaveLength(2);
    expect(found.numbers).toEqual(Array.from({ length: 12_001 }, (_, n) => n + 2));
    expect(found.aside).toEqual([{ row: 12_002, kind: 'footnote', text: 'Källa: Brå' }]);
  });

  it('of another width are kept and counted', async () => {
    const found = await read(fileOf('t.csv', 'a;b\n1\n2;3\n4;5;6\n7;8;;\n'));
    expect(found.rows).toEqual([['1'], ['2', '3'], ['4', '5', '6'], ['7', '8', '', '']]);
    expect(found.notes).toEqual([{ code: 'uneven_rows', values: { count: 2, rows: '2, 4', columns: 2 } }]);
  });
});

describe('faults of a text', () => {
  it('has a sentence for each', async () => {
    const faults = {
      no_rows: '',
      only_headings: 'a;b\n\n',
      no_header: '1;2\n3;4\n',
      nul_bytes: 'a;b\n1;2\n3;\0\n',
      field_too_long: `a;b\n1;"${'x'.repeat(5_000_000)}"\n`,
      unclosed_quote: 'a;b\n1;"2\n3;4\n',
    };
    for (const [code, text] of Object.entries(faults)) expect(await faultOf(read(fileOf('t.csv', text)))).toBe(code);
    const packed = gzipSync(Buffer.alloc(300 * 1024 ** 2, `a;${'b'.repeat(100_000)}\n`), { level: 1 });
    expect(await faultOf(read(fileOf('t.csv.gz', packed)))).toBe('zip_bomb');
  });

  it('reads quotes within quotes', async () => {
    const found = await read(fileOf('t.csv', 'a;b\n"säger ""hej""; sedan";2\n3 "tum";"x\ny"\n'));
    expect(found.rows).toEqual([
      ['säger "hej"; sedan', '2'],
      ['3 "tum"', 'x\ny'],
    ]);
  });
});
