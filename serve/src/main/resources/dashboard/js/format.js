import { locale, t } from './i18n.js';

const CURRENCY = /^[A-Z]{3}$/;

/** A value in its unit, grouped and with the decimals of the reader's language; `–` where there is no number. */
export function number(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit === 'ratio') return percent(value);
  if (CURRENCY.test(unit ?? '')) return plain(value, 0);
  if (unit === 'index') return plain(value, 3, 3);
  if (unit === 'points') return plain(value, 2, 2);
  return plain(value, Number.isInteger(value) ? 0 : 2);
}

export const plain = (value, most, least = 0) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: most, minimumFractionDigits: least }).format(value);

export const percent = (value) =>
  new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** A change with its sign; of ratios in percentage points. */
export function change(value, unit) {
  const sign = { signDisplay: 'exceptZero' };
  if (unit === 'ratio') {
    const points = new Intl.NumberFormat(locale(), { ...sign, minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return t('format.points', { value: points.format(value * 100) });
  }
  return new Intl.NumberFormat(locale(), { ...sign, maximumFractionDigits: 3 }).format(value);
}

/** Short, for axes. */
export const short = (value, unit) => (unit === 'ratio'
  ? new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(value)
  : new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 2 }).format(value));

/** What stands behind a number; empty for ratios, whose sign says it, and for bare currencies the code. */
export const unitName = (unit) => (unit === 'ratio' ? '' : t(`unit.${unit}`).replace(/^unit\./, ''));

export const instant = (text) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(text));
export const day = (text) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
export const time = (date) => new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(date);

/** `3 minutes ago`, in words of the language. */
export function ago(date, now = Date.now()) {
  const seconds = Math.round((date - now) / 1000);
  const [amount, unit] = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']]
    .map(([size, name]) => [Math.trunc(seconds / size), name]).find(([count, name]) => count !== 0 || name === 'second');
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(amount, unit);
}
