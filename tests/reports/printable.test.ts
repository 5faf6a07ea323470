import { expect, it } from 'vitest';
import { printable } from '../../server/reports/printable.ts';
import { reportTexts } from '../../server/reports/texts.ts';

it('keeps every letter that Swedish and its minorities write, and what the figures need', () => {
  const letters = 'ÅÄÖåäöÉéÜüÆæØøÁáČčĐđŊŋŠšŦŧŽžÂâÏï · – − × ² ³ § € < 2,10 72\u00a0900 …“”’';
  expect(printable(letters)).toBe(letters);
  expect(printable('A\u030akern')).toBe('Åkern');
});

it('replaces what the font has not, once a character', () => {
  expect(printable('a💡b漢\u0001د')).toBe('a?b???');
});

it('has every sign of the report’s own words', () => {
  const words = JSON.stringify(reportTexts, (_key, value: unknown) =>
    typeof value === 'function' ? String(value) : value,
  );
  expect(printable(words)).toBe(words);
});
