const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether a text is a day that there is, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const usual = lengths[month - 1] ?? 0;
  const length = month === 2 && isLeapYear(year) ? usual + 1 : usual;
  return day >= 1 && day <= length;
}

/** Whether the last day on which a risk was accepted lies in the past. Days in this form compare as texts. */
export const isPast = (until: string | undefined, today: string): boolean =>
  until !== undefined && until < today;
