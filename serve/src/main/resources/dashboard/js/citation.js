import { h } from './dom.js';
import { t } from './i18n.js';
import { day } from './format.js';
import { link } from './viewstate.js';

/** What a reader has to write under a number that is taken from here: definition, version, cut, day. */
export function citation(view) {
  const { indicator, place, period, cutShown, asOf } = view;
  const text = t('citation.text', {
    title: indicator.title, id: indicator.id, version: indicator.version, group: place.name, code: place.code, period, cut: cutShown, day: day(asOf),
  });
  const said = h('span', { role: 'status', class: 'copied' });
  const address = new URL(link({ cut: cutShown, period, unit: view.units.length > 1 ? view.unit : '' }), location.href).href;
  const copy = h('button', { type: 'button', class: 'quiet', data: { key: 'cite' }, onclick: async () => {
    await navigator.clipboard.writeText(`${text} ${address}`);
    said.textContent = t('citation.copied');
  } }, t('citation.copy'));
  return [
    h('p', { class: 'cite' }, h('span', { id: 'cite-text' }, text), ' ', h('a', { href: link({ cut: cutShown, period }), data: { go: '' } }, t('citation.link')), ' ', copy, said),
    h('p', { class: 'credits' }, t('citation.outlines')),
  ];
}
