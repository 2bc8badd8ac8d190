import { get } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { number, plain, time, unitName } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { statusMark } from '../status.js';
import { question } from '../explain.js';
import { why } from './why.js';

const LATELY = 12;
const CELLS = 4;

/** An event in words: what happened to which entity, where, and who says so. */
export function event({ entityId, verb, record, title, regions, source, position, reason, quality }, { catalogue }) {
  const simulated = quality?.includes('SIMULATED') && h('span', { class: 'tag' }, t('quality.SIMULATED'));
  return h('li', {}, h('span', { class: `verb verb-${verb}` }, t(`verb.${verb}`)), ' ', h('strong', {}, title ?? entityId), ' ', h('span', { class: 'words' },
    [record && t(`record.${record}`).replace(/^record\./, ''), (regions ?? []).map((code) => catalogue.name(code)).join(', '), source, position].filter(Boolean).join(' · ')),
  reason && h('span', { class: 'reason' }, ` ${t('entity.reason', { reason })}`), ' ', simulated);
}

/** One cut: why first, then what it made of some of the numbers. */
function item(change, view) {
  const { catalogue } = view;
  const answer = h('div', { class: 'why-answer' });
  const mine = change.cells.filter(({ indicator }) => indicator === view.indicator.id);
  const cells = (mine.length ? mine : change.cells).slice(0, CELLS);
  return h('li', { data: { cut: change.cut } },
    h('p', { class: 'feed-head' }, h('time', { datetime: change.at }, time(new Date(change.at))), ' ', t('feed.counts', { events: plain(change.eventCount, 0), cells: plain(change.cellCount, 0) })),
    h('ul', { class: 'events' }, change.events.slice(0, CELLS).map((one) => event(one, view))),
    h('ul', { class: 'feed-cells' }, cells.map((cell) => h('li', {}, `${catalogue.title(cell.indicator)} · ${cell.name ?? catalogue.name(cell.region)} · ${cell.period} `,
      h('button', { type: 'button', class: 'inline value', data: { key: `feed-${change.cut}-${cell.indicator}-${cell.region}-${cell.period}` }, onclick: () => go({ explain: question(cell, cell.group || view.group) }) }, number(cell.value, cell.unit)),
      ` ${unitName(cell.unit)} `, statusMark(cell)))),
    change.previous && h('button', { type: 'button', class: 'quiet', data: { key: `why-${change.cut}` }, onclick: () => why(answer, change, view) }, t('feed.why')),
    answer);
}

const draw = (titleKey) => ({ changes }, view) => [
  heading(t(titleKey)),
  changes.length ? h('ol', { class: 'feed scrolls', tabindex: 0, role: 'list', 'aria-label': t(titleKey) }, changes.map((change) => item(change, view))) : h('p', { class: 'words' }, t('feed.none')),
];

export const feedPart = { id: 'feed', follows: 'cuts', load: async () => get('changes', { limit: LATELY }), draw: draw('feed.title') };
export const wholeFeed = { id: 'feed', follows: 'cuts', load: async () => get('changes', { limit: 40 }), draw: draw('feed.all') };
