import { values as cells } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { number } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { question } from '../explain.js';
import { ranked } from '../ranking.js';
import { statusMark } from '../status.js';
import { csvLink } from '../download.js';
import { isMember } from './shown.js';

const INDEX = 'composite.ecosystem';
const LEVELS = ['element', 'mechanism', 'environment'];

export const title = ({ place }) => t('composition.title', { group: place.name });
export const obeys = ['facet', 'indicator', 'group', 'type', 'period'];

const valueButton = (cell, view, key) => h('button', { type: 'button', class: 'inline value', data: { key, value: cell.value === null ? '' : String(cell.value) },
  onclick: () => go({ explain: question(cell, view.group) }) }, number(cell.value, cell.unit), ' ', statusMark(cell));

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

/** The index and its levels, region by region; a level is a breakdown of the index. */
const index = {
  id: 'index',
  load: async (view) => {
    const period = /^(FY)?\d{4}$/.test(view.period) ? view.period : view.catalogue.period('FY', view.asOf, view.group);
    const parts = ['', ...LEVELS.map((level) => `part=${level}`)];
    const answers = await Promise.all(parts.map((breakdown) => cells({ indicator: INDEX, group: view.group, period, breakdown, as_of: view.cut })));
    return { period, columns: answers.map(({ values }) => values.filter((row) => isMember(view, row))) };
  },
  draw: ({ period, columns: [whole, ...levels] }, view) => [
    heading(t('index.title', { period }), csvLink({ indicator: INDEX, group: view.group, period, as_of: view.cut }, `${INDEX}-${view.group}-${period}`)),
    h('p', { class: 'words' }, view.catalogue.indicator(INDEX)?.description),
    table({
      caption: t('index.title', { period }), numeric: [1, 2, 3, 4, 5], class: 'index-table',
      head: [t('ranking.region'), t('ranking.rank'), view.catalogue.indicator(INDEX)?.title, ...LEVELS.map((level) => t(`facet.${level}`))],
      rows: ranked(whole, 1).map((row) => ({ 'data-region': row.region, cells: [row.name, row.place === null ? '' : `${row.place}${row.tied ? '=' : ''}`, valueButton(row, view, `index-${row.region}`),
        ...levels.map((level, i) => {
          const cell = level.find(({ region }) => region === row.region) ?? { ...row, value: null, status: 'MISSING', breakdown: `part=${LEVELS[i]}` };
          return [valueButton(cell, view, `index-${row.region}-${LEVELS[i]}`), h('span', { class: 'bar', 'aria-hidden': 'true', style: { '--of': String(cell.value ?? 0) } })];
        })] })),
    }),
  ],
};

export const parts = [shares, index];
