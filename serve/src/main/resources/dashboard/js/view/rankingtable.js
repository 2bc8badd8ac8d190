import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { number, unitName } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { ranked } from '../ranking.js';
import { question } from '../explain.js';
import { figure } from '../status.js';
import { csvLink } from '../download.js';
import { isMember, table as cells } from './shown.js';

const place = ({ place: at, tied, rank }) => (at === null ? '' : `${rank ?? at}${tied ? '=' : ''}`);

function draw(rows, view) {
  const { indicator, group, unit } = view;
  const members = ranked(rows.filter((row) => isMember(view, row)), indicator.polarity);
  const rest = rows.filter((row) => !isMember(view, row) && row.region !== group && row.value !== null);
  const most = Math.max(...members.map(({ value }) => value ?? 0));
  const name = `${indicator.id}-${group}-${view.period}`;
  const line = (row, chosen) => ({
    class: row.region === view.region ? 'chosen' : undefined, 'data-region': row.region, 'data-value': row.value === null ? '' : String(row.value),
    cells: [
      h('button', { type: 'button', class: 'inline', data: { key: `choose-${row.region}` }, disabled: !chosen, 'aria-pressed': chosen ? String(row.region === view.region) : undefined,
        onclick: () => go({ region: row.region === view.region ? '' : row.region }) }, row.name),
      place(row),
      h('button', { type: 'button', class: 'inline value', data: { key: `explain-${row.region}` }, 'aria-label': t('explain.of', { value: number(row.value, unit), name: row.name }),
        onclick: () => go({ explain: question(row, group) }) }, figure(row, unit)),
      h('span', { class: 'bar', 'aria-hidden': 'true', style: { '--of': String(Math.max(0, (row.value ?? 0) / (most || 1))) } }),
    ],
  });
  return [
    heading(t('ranking.title'), csvLink({ indicator: indicator.id, group, period: view.period, as_of: view.cut }, name)),
    table({
      caption: t('ranking.caption', { title: indicator.title, group: view.place.name, period: view.period }), numeric: [1, 2], class: 'ranking-table',
      head: [t('ranking.region'), t('ranking.rank'), unitName(unit) || indicator.title, h('span', { class: 'unseen' }, t('ranking.bar'))],
      rows: [...members.map((row) => line(row, true)), ...rest.map((row) => line({ ...row, place: null }, false))],
    }),
    h('p', { class: 'fine' }, t('ranking.rule')),
  ];
}

export const rankingPart = { id: 'ranking', load: cells, draw };
