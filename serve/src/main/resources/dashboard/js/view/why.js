import { get } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { number } from '../format.js';
import { swap, trouble } from '../part.js';

const TOLD = 8;

/** Opens what a cut did to the shown indicator: before and after, and which entities or inputs did it. */
export async function why(element, { previous, cut }, view) {
  swap(element, h('p', { class: 'fine' }, t('page.loading')));
  try {
    const answer = await get('diff', { from: previous, to: cut, indicator: view.indicator.id, limit: TOLD, rows: true });
    swap(element, answer.cells.length ? h('ul', { class: 'causes' }, answer.cells.map((cell) => h('li', {},
      `${view.catalogue.name(cell.region)} · ${cell.period}: ${side(cell.before, cell.unit)} → ${side(cell.after, cell.unit)}`, causes(cell, answer, view)))) : h('p', { class: 'fine' }, t('compare.same')));
  } catch (failure) {
    swap(element, trouble(failure));
  }
}

const side = (cell, unit) => number(valueOf(cell), unit);

/** A side of a difference has its number as a decimal in text or as a number. */
export const valueOf = (cell) => (cell?.value === undefined || cell.value === null || cell.value === '' ? null : Number(cell.value));

/** The entities and their events, or the cells that it is derived from, one line each. */
export function causes({ entities = [], inputs = [] }, answer, { catalogue }) {
  const told = new Map((answer.events ?? answer.entities ?? []).map((event) => [event.entityId, event]));
  if (!entities.length && !inputs.length) return null;
  return h('ul', { class: 'causes' },
    entities.map(({ entityId, before, after }) => {
      const event = told.get(entityId);
      return h('li', {}, h('code', {}, entityId), ` ${before} → ${after}`,
        event && h('span', { class: 'fine' }, ` ${[event.change, event.source, event.position, event.reason].filter(Boolean).join(' · ')}`));
    }),
    inputs.map((input) => h('li', {}, t('feed.input', { title: catalogue.title(input.indicator), region: catalogue.name(input.region), period: input.period }))));
}
