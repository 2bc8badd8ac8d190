import { h } from './dom.js';
import { t } from './i18n.js';
import { number } from './format.js';

/** How far a value may be trusted, as a mark that is told by its shape and not by its colour alone. */
const MARKS = { ESTIMATED: '◇', PROVISIONAL: '○', PARTIAL: '◐', BREAK: '∥', MISSING: '–', UNDEFINED: '∅' };

/** ECharts' symbols for the same marks. */
export const SYMBOLS = { NORMAL: 'circle', ESTIMATED: 'emptyDiamond', PROVISIONAL: 'emptyCircle', PARTIAL: 'triangle' };

export const statusWord = (status) => t(`status.${status}`);

export function statusMark({ status, reason }) {
  if (status === 'NORMAL') return null;
  const words = reason ? `${statusWord(status)}: ${reason}` : statusWord(status);
  return h('span', { class: `mark mark-${status.toLowerCase()}`, title: words, role: 'img', 'aria-label': words }, MARKS[status]);
}

/** A cell's number with its mark; of a cell without one the mark alone. */
export const figure = (cell, unit = cell.unit) => (cell.value === null || cell.value === undefined
  ? statusMark(cell) ?? number(null) : [number(cell.value, unit), ' ', statusMark(cell)]);

export function statusBadge({ status, reason }) {
  if (status === 'NORMAL') return null;
  return h('span', { class: `badge badge-${status.toLowerCase()}` }, `${MARKS[status]} ${statusWord(status)}`, reason ? `: ${reason}` : '');
}

export const statusKey = () => h('p', { class: 'key' },
  ['ESTIMATED', 'PROVISIONAL', 'PARTIAL', 'BREAK', 'MISSING', 'UNDEFINED'].map((status) => h('span', {},
    h('span', { 'aria-hidden': 'true', class: 'mark' }, MARKS[status]), ` ${statusWord(status)}`)));
