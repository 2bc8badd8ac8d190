import { values } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { change, number, unitName } from '../format.js';
import { statusBadge } from '../status.js';
import { go, link } from '../viewstate.js';
import { question } from '../explain.js';

async function load(view) {
  const { catalogue, indicator, group, period, place, cut, row, unit } = view;
  const cell = row.find((one) => one.period === period);
  const before = row[row.indexOf(cell) - 1];
  const share = catalogue.shareOf(indicator, 'country', view.type);
  if (place.whole || !share) return { cell, before };
  const country = place.country.code;
  const [parts, whole] = await Promise.all([
    values({ indicator: share.id, group, region: group, period, as_of: cut }),
    values({ indicator: indicator.id, group: country, region: country, period, breakdown: view.breakdown, as_of: cut }),
  ]);
  return { cell, before, of: parts.values[0], whole: whole.values.find((one) => one.unit === unit) };
}

function draw({ cell, before, of, whole }, view) {
  const { indicator, group, place, unit } = view;
  const shown = cell ?? { value: null, status: 'MISSING', indicator: indicator.id, region: group, period: view.period };
  const delta = before?.value !== null && before?.value !== undefined && shown.value !== null;
  return [
    h('p', { class: 'over' }, `${place.name} · ${view.period}`),
    h('p', { class: 'figure' },
      h('button', { type: 'button', class: 'value', data: { key: 'headline', region: group }, 'aria-label': t('explain.of', { value: number(shown.value, unit), name: place.name }),
        onclick: () => go({ explain: question(shown, group) }) }, number(shown.value, unit)), ' ', h('span', { class: 'unit' }, unitName(unit))),
    statusBadge(shown),
    delta && h('p', { class: 'delta' }, shown.value === before.value ? t('headline.same', { period: before.period })
      : t('headline.since', { change: change(shown.value - before.value, unit), period: before.period })),
    of && of.value !== null && h('p', { class: 'share' }, h('button', { type: 'button', class: 'inline', data: { key: 'share' }, onclick: () => go({ explain: question(of, group) }) }, number(of.value, 'ratio')),
      ' ', t('headline.ofcountry', { country: place.country.name }), whole?.value ? ` (${number(shown.value, unit)} / ${number(whole.value, unit)})` : ''),
    h('p', { class: 'definition', lang: 'en' }, indicator.description),
    h('p', { class: 'tags' }, h('span', { class: 'tag' }, t(`facet.${indicator.facet}`)), h('span', { class: 'tag' }, t(`kind.${indicator.kind}`)), h('span', { class: 'tag' }, t('headline.version', { version: indicator.version }))),
    h('p', {}, h('a', { href: link({ explain: question(shown, group) }), data: { go: '', key: 'why' }, class: 'action' }, t('explain.action'))),
  ];
}

export const headline = { id: 'headline', load, draw };
