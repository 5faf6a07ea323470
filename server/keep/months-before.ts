/**
 * The day so many months before another (YYYY-MM-DD); the month's last day where it is shorter.
 * 36 months before 2026-10-01 is 2023-10-01, one month before 2026-03-31 is 2026-02-28.
 */
export function dayMonthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
