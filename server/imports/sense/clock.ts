/** A time of day. Minute is null where only the hour is told ("kl. 21", "21-22"). */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number | null;
}

const bare = /^(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?)?\s*(am|pm|a\.m\.|p\.m\.)?$/;

/**
 * A time of day from "21:30", "kl. 21.30", "2130", "9:05 PM", "22", and from an hour's class ("21-22", "kl 21–22"), which
 * is its first hour; null for anything else. 24:00 is refused: it is another day's first minute.
 */
export function parseClock(text: string): ClockTime | null {
  const plain = text
    .toLowerCase()
    .replace(/^(?:klockan|kl)\.?\s*/, '')
    .replace(/^ca\.?\s*/, '')
    .trim();
  const together = /^(\d{1,2})(\d{2})$/.exec(plain);
  const run = together && plain.length >= 3 ? together : null;
  if (run) return time(Number(run[1]), Number(run[2]));
  const span = /^(\d{1,2})(?:[:.]00)?\s*[-–]\s*\d{1,2}(?:[:.]\d{2})?$/.exec(plain);
  if (span) return time(Number(span[1]), null);
  const found = bare.exec(plain);
  if (!found) return null;
  const [, hour, minute, half] = found;
  if (half && (Number(hour) > 12 || Number(hour) === 0)) return null;
  const whole = half ? (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hour);
  return time(whole, minute === undefined ? null : Number(minute));
}

function time(hour: number, minute: number | null): ClockTime | null {
  return hour <= 23 && (minute ?? 0) <= 59 ? { hour, minute } : null;
}
