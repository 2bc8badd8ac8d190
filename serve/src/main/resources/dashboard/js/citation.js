import { h } from './dom.js';
import { t } from './i18n.js';
import { day } from './format.js';
import { link } from './viewstate.js';

/** What a reader has to write under a number that is taken from here: definition, version, cut, day. */
export function citation(view, isOfIndicator) {
  const { indicator, place, period, cutShown, asOf } = view;
  const text = !isOfIndicator ? t('citation.page', { title: document.title, cut: cutShown, day: day(asOf) }) : t('citation.text', {
    title: indicator.title, id: indicator.id, version: indicator.version, group: place.name, code: place.code, period, cut: cutShown, day: day(asOf),
  });
  const said = h('span', { role: 'status', class: 'copied' });
  const exact = isOfIndicator ? link({ cut: cutShown, period, unit: view.units.length > 1 ? view.unit : '' }) : link({});
  const address = new URL(exact, location.href).href;
  const copy = h('button', { type: 'button', class: 'quiet', data: { key: 'cite' }, onclick: async () => {
    await navigator.clipboard.writeText(`${text} ${address}`);
    said.textContent = t('citation.copied');
  } }, t('citation.copy'));
  return [
    h('p', { class: 'cite' }, h('span', { id: 'cite-text' }, text), ' ', isOfIndicator && h('a', { href: exact, data: { go: '' } }, t('citation.link')), ' ', copy, said),
    h('p', { class: 'credits' }, t('citation.outlines')),
  ];
}
