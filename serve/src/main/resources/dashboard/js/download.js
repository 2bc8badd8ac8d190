import { h } from './dom.js';
import { t } from './i18n.js';
import { downloadAddress } from './api.js';

/** A link to the same numbers as CSV, from the API itself. */
export const csvLink = (query, name) => h('a', {
  class: 'quiet', href: downloadAddress('values', { ...query, format: 'csv' }), download: `${name}.csv`, 'aria-label': t('download.csv.of', { name }),
}, 'CSV');

/** A table of the page itself as CSV, for what has no address of its own: quoted as RFC 4180 says. */
export function csvOf(head, rows) {
  const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [head, ...rows].map((row) => row.map((value) => cell(String(value ?? ''))).join(',')).join('\r\n') + '\r\n';
}
