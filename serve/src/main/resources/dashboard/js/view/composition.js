import { values as cells } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { question } from '../explain.js';
import { ranked } from '../ranking.js';
import { figure } from '../status.js';
import { csvLink } from '../download.js';
import { isMember } from './shown.js';
import { index } from './indexpart.js';

export const title = ({ place }) => t('composition.title', { group: place.name });
export const obeys = ['facet', 'indicator', 'group', 'type', 'period'];

export const valueButton = (cell, view, key) => h('button', { type: 'button', class: 'inline value', data: { key, value: cell.value === null ? '' : String(cell.value) },
  onclick: () => go({ explain: question(cell, view.group) }) }, figure(cell));

const shares = {
  id: 'shares',
  load: async (view) => {
    const { catalogue, indicator, group, period, type, cut } = view;
    const share = indicator.kind === 'share' ? indicator : catalogue.shareOf(indicator, 'group', type) ?? catalogue.shareOf(indicator, 'country', type);
    if (!share) return { values: [] };
    return { indicator: share, values: (await cells({ indicator: share.id, group, period, as_of: cut })).values };
  },
  draw: ({ indicator, values }, view) => {
    const members = ranked(values.filter((row) => isMember(view, row)), 1).filter(({ value }) => value !== null);
    if (!indicator || !members.length) return [heading(t('shares.title')), h('p', { class: 'words' }, t('shares.none', { title: view.indicator.title }))];
    return [
      heading(t('shares.of', { title: indicator.title }), csvLink({ indicator: indicator.id, group: view.group, period: view.period, as_of: view.cut }, `${indicator.id}-${view.group}-${view.period}`)),
      h('div', { class: 'strip', 'aria-hidden': 'true' }, members.map(({ value, name }, i) => h('span', { class: `strip-${i % 7}`, title: name, style: { 'flex-grow': String(value) } }, value > 0.07 ? name : ''))),
      table({
        caption: t('shares.of', { title: indicator.title }), numeric: [1], class: 'shares-table', head: [t('ranking.region'), indicator.title, h('span', { class: 'unseen' }, t('ranking.bar'))],
        rows: members.map((row, i) => ({ 'data-region': row.region, cells: [[h('span', { class: `swatch strip-${i % 7}`, 'aria-hidden': 'true' }), row.name], valueButton(row, view, `share-${row.region}`),
          h('span', { class: 'bar', 'aria-hidden': 'true', style: { '--of': String(row.value / members[0].value) } })] })),
      }),
      h('p', { class: 'fine' }, t('shares.rounding')),
    ];
  },
};

export const parts = [shares, index];
