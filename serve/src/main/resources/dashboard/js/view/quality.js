import { get } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { ago, change, instant, number, plain } from '../format.js';
import { link } from '../viewstate.js';
import { heading } from '../part.js';
import { statusMark } from '../status.js';

const STATUSES = ['NORMAL', 'ESTIMATED', 'PROVISIONAL', 'PARTIAL', 'BREAK', 'UNDEFINED', 'MISSING'];
const LATEST = 100;

export const title = () => t('view.quality');
export const obeys = [];

/** What somebody published beside what the facts add up to. */
const reported = {
  id: 'reported', follows: 'cuts',
  load: () => get('quality'),
  draw: ({ figures }, view) => [
    heading(t('reported.title')), h('p', { class: 'words' }, t('reported.words')),
    figures.length === 0 ? h('p', { class: 'words' }, t('reported.none')) : table({
      caption: t('reported.title'), numeric: [3, 4, 5], class: 'reported-table',
      head: [t('control.indicator'), t('ranking.region'), t('control.period'), t('reported.published'), t('reported.computed'), t('reported.gap'), t('reported.status')],
      rows: figures.map((figure) => ({ 'data-indicator': figure.indicator, 'data-region': figure.region, 'data-period': figure.period, cells: [
        h('a', { href: link({ view: 'overview', indicator: figure.indicator, group: view.catalogue.place(figure.group)?.members.length ? figure.group : view.group, period: figure.period, explain: `${figure.indicator},${figure.group || figure.region},${figure.region},${figure.period}${figure.breakdown ? `,${figure.breakdown}` : ''}` }), data: { go: '', key: `figure-${figure.indicator}-${figure.region}-${figure.period}-${figure.breakdown}` } }, figure.title),
        figure.name, figure.period, number(figure.reported, figure.unit), number(figure.computed, figure.unit),
        h('span', { class: figure.gap ? 'off' : '' }, figure.gap === null ? '–' : change(figure.gap, figure.unit)), [statusMark(figure) ?? '', figure.reason ?? '']] })),
    }),
  ],
};

/** How many cells of each indicator are how sure, and how new their newest fact is. */
const coverage = {
  id: 'coverage', follows: 'cuts',
  load: () => get('quality'),
  draw: ({ statuses }) => [
    heading(t('coverage.title')), h('p', { class: 'words' }, t('coverage.words')),
    table({
      caption: t('coverage.title'), numeric: [1], class: 'coverage-table', head: [t('control.indicator'), t('coverage.cells'), t('coverage.how'), t('source.newest')],
      rows: statuses.map(({ indicator, title: name, counts, updatedAt }) => ({ 'data-indicator': indicator, cells: [name, plain(Object.values(counts).reduce((a, b) => a + b, 0), 0), strip(counts),
        updatedAt ? h('time', { datetime: updatedAt, title: instant(updatedAt) }, ago(Date.parse(updatedAt))) : '–'] })),
    }),
    h('p', { class: 'key' }, STATUSES.map((status) => h('span', {}, h('span', { class: `swatch cover-${status.toLowerCase()}`, 'aria-hidden': 'true' }), ` ${t(`status.${status}`)}`))),
  ],
};

const strip = (counts) => h('span', { class: 'strip thin', role: 'img', 'aria-label': STATUSES.filter((status) => counts[status]).map((status) => `${t(`status.${status}`)} ${plain(counts[status], 0)}`).join(', ') },
  STATUSES.filter((status) => counts[status]).map((status) => h('span', { class: `cover-${status.toLowerCase()}`, title: `${t(`status.${status}`)} ${plain(counts[status], 0)}`, style: { 'flex-grow': String(counts[status]) } })));

const rejected = {
  id: 'rejected', follows: 'cuts',
  load: () => get('rejected', { limit: LATEST }),
  draw: ({ total, counts, latest }) => [
    heading(t('rejected.title')),
    total === 0 ? h('p', { class: 'words' }, t('rejected.none')) : [
      table({ caption: t('rejected.title'), numeric: [3], class: 'rejected-table', head: [t('source.name'), t('rejected.stage'), t('rejected.reason'), t('rejected.count'), t('rejected.last')],
        rows: counts.map(({ source, stage, reason, count, lastAt }) => ({ cells: [source, stage, reason, plain(count, 0), instant(lastAt)] })) }),
      h('h3', {}, t('rejected.latest')),
      table({ caption: t('rejected.latest'), class: 'rejections-table', head: [t('source.name'), t('rejected.where'), t('rejected.reason'), t('rejected.detail')],
        rows: latest.map(({ source, uri, position, reason, detail }) => ({ cells: [source, `${uri}, ${position}`, reason, detail] })) }),
    ],
  ],
};

export const parts = [reported, coverage, rejected];
