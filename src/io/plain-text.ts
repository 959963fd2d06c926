/** Numbers and dates as plain texts, which every program reads alike. */

/** All digits of a number, never with an exponent: 1e21 is a one with 21 zeros. */
export function plainDigits(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const shift = Number(exponent);
  if (shift === 0) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const digits = whole + fraction;
  const point = whole.length + shift;
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : sign + digits.padEnd(point, '0');
}

const DAY = 86_400;

/** A date in UTC as YYYY-MM-DD, with HH:MM or HH:MM:SS behind it if it is not midnight. */
export function dayText(date: Date): string {
  const seconds = Math.floor(date.getTime() / 1000);
  const ofDay = ((seconds % DAY) + DAY) % DAY;
  const day = date.toISOString().split('T', 1)[0]!;
  return ofDay === 0 ? day : `${day} ${clock(ofDay)}`;
}

/** Seconds as HH:MM, or HH:MM:SS if there are any; more than a day as hours. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[2] === 0) parts.pop();
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
