import { get } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { change, instant, number, plain } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { figure } from '../status.js';
import { csvOf } from '../download.js';
import { wholeFeed } from './feedpart.js';
import { causes, valueOf } from './why.js';

const CELLS = 500;
const OFFERED = 50;

export const title = () => t('view.changes');
export const obeys = ['facet', 'indicator', 'group', 'type', 'period'];

/** Two cuts of the shown indicator side by side, with what changed it in between. */
const comparison = {
  id: 'comparison',
  load: async ({ from, to, indicator, period }) => {
    const { cuts } = await get('cuts', { limit: OFFERED });
    if (!from) return { cuts };
    try {
      return { cuts, difference: await get('diff', { from, to: to || 'latest', indicator: indicator.id, period, limit: CELLS }) };
    } catch (failure) {
      if (failure.status) return { cuts, refused: failure.message };
      throw failure;
    }
  },
  draw: ({ cuts, difference, refused }, view) => [
    heading(t('compare.title')), question(view, cuts),
    refused && h('p', { class: 'trouble', role: 'alert' }, refused),
    difference && compared(difference, view),
  ],
};

function question({ from, to }, cuts) {
  const field = (name, value, placeholder) => h('label', { class: 'field' }, h('span', {}, t(`compare.${name}`)),
    h('input', { name, value, placeholder, required: name === 'from', list: 'cuts', spellcheck: 'false', data: { key: `compare-${name}` } }));
  return h('form', { class: 'compare', onsubmit: (submit) => {
    submit.preventDefault();
    const asked = new FormData(submit.target);
    go({ from: asked.get('from').trim(), to: asked.get('to').trim() });
  } }, field('from', from, 'first'), field('to', to, 'latest'),
  h('datalist', { id: 'cuts' }, cuts.map(({ cut, at, sequence }) => h('option', { value: cut }, `#${sequence} · ${instant(at)}`))),
  h('button', { type: 'submit', class: 'action', data: { key: 'compare-do' } }, t('compare.do')), h('p', { class: 'fine' }, t('compare.hint')));
}

const belongs = ({ place, catalogue }, { region }) => place.members.includes(region) || catalogue.definitionsBeside(place.code).some(({ code }) => code === region);

function compared(difference, view) {
  const { from, to, changedCells, wantedCells, changedEntities, remarks } = difference;
  const cells = difference.cells.filter((cell) => belongs(view, cell));
  const name = `${view.indicator.id}-${from.cut}-${to.cut}`;
  const sides = cells.map((cell) => ({ cell, before: valueOf(cell.before), after: valueOf(cell.after) }));
  return h('div', { class: 'compared' },
    h('p', {}, t('compare.between', { from: from.cut, fromAt: instant(from.at), to: to.cut, toAt: instant(to.at) })),
    h('p', { class: 'words' }, t('compare.counts', { events: plain(changedEntities, 0), cells: plain(wantedCells, 0), all: plain(changedCells, 0) })),
    (remarks ?? []).map((remark) => h('p', { class: 'words' }, remark)),
    sides.length === 0 ? h('p', { class: 'words' }, t('compare.same')) : [table({
      caption: t('compare.title'), numeric: [2, 3, 4], class: 'compare-table',
      head: [t('ranking.region'), t('control.period'), t('compare.before'), t('compare.after'), t('compare.delta'), t('feed.why')],
      rows: sides.map(({ cell, before, after }) => ({ 'data-region': cell.region, cells: [view.catalogue.name(cell.region), cell.period,
        side(cell.before, before, cell.unit), side(cell.after, after, cell.unit),
        before === null || after === null ? '' : change(after - before, cell.unit), causes(cell, difference, view) ?? ''] })),
    }), h('p', {}, saved(name, sides))]);
}

const side = (cell, value, unit) => figure({ status: 'MISSING', ...cell, value }, unit);

const saved = (name, sides) => h('a', { class: 'quiet', download: `${name}.csv`,
  href: URL.createObjectURL(new Blob([csvOf(['indicator', 'group', 'region', 'period', 'before', 'after', 'delta'],
    sides.map(({ cell, before, after }) => [cell.indicator, cell.group, cell.region, cell.period, before, after, cell.delta]))], { type: 'text/csv' })) }, 'CSV');

export const parts = [wholeFeed, comparison];
