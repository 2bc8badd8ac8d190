import { h } from './dom.js';
import { t } from './i18n.js';
import { go } from './viewstate.js';
import { TYPES } from './period.js';

const FACETS = ['all', 'element', 'mechanism', 'environment'];
const STREAMS = ['venture', 'patent', 'techtransfer', 'program', 'company', 'composite', 'ref', 'quality'];

const field = (label, control) => h('label', { class: 'field' }, h('span', {}, label), control);

const select = (key, options, onChoose) => {
  const control = h('select', { data: { key }, onchange: () => onChoose(control.value) }, options);
  return control;
};

const option = (value, text, selected) => h('option', { value, selected }, text);

function facets({ facet }) {
  return h('fieldset', { class: 'segments' }, h('legend', { class: 'unseen' }, t('control.facet')),
    FACETS.map((one) => h('label', {},
      h('input', { type: 'radio', name: 'facet', value: one, checked: one === facet, data: { key: `facet-${one}` }, onchange: () => go({ facet: one }) }),
      h('span', {}, t(`facet.${one}`)))));
}

const belongs = (indicator, facet) => facet === 'all' || indicator.facet === facet || indicator.facet === 'all';

function indicators({ catalogue, indicator, facet }) {
  const offered = catalogue.indicators.filter((one) => one === indicator || belongs(one, facet));
  const groups = STREAMS.map((stream) => [stream, offered.filter(({ id }) => id.startsWith(`${stream}.`))]).filter(([, of]) => of.length);
  return field(t('control.indicator'), select('indicator', groups.map(([stream, of]) => h('optgroup', { label: t(`stream.${stream}`) },
    of.map(({ id, title }) => option(id, title, id === indicator.id)))),
  (id) => go({ indicator: id, period: 'latest', unit: '', breakdown: '', explain: '' })));
}

function regions({ catalogue, group }) {
  const groups = catalogue.countries.map(({ code: country, name }) => h('optgroup', { label: name },
    catalogue.definitionsBeside(country).map(({ code, name: text, members, whole }) =>
      option(code, whole ? `${text} · ${t('control.members', { count: members.length })}` : text, code === group))));
  return field(t('control.group'), select('group', groups, (code) => go({ group: code, region: '', regions: '', explain: '' })));
}

function periodTypes({ indicator, type, catalogue, asOf, group }) {
  const offered = TYPES.filter((one) => indicator.periods.includes(one));
  return field(t('control.periods'), select('type', offered.map((one) => option(one, t(`period.${one}`), one === type)),
    (chosen) => go({ period: catalogue.period(chosen, asOf, group) })));
}

function periods(view) {
  const numbers = new Map(view.row.map((cell) => [cell.period, cell.value]));
  const offered = [...view.periods].reverse();
  if (!offered.includes(view.period)) offered.push(view.period);
  return field(t('control.period'), select('period', [
    option('latest', t('control.latest'), view.asked === 'latest'),
    ...offered.map((one) => option(one, numbers.get(one) === null || !numbers.has(one) ? `${one} · ${t('status.MISSING')}` : one,
      view.asked !== 'latest' && one === view.period)),
  ], (period) => go({ period })));
}

const units = ({ units: offered, unit }) => offered.length > 1
  && field(t('control.unit'), select('unit', offered.map((one) => option(one, one, one === unit)), (chosen) => go({ unit: chosen })));

/** The row of choices above a view; only those that it obeys. */
export function controls(view, obeyed) {
  const made = { facet: facets, indicator: indicators, group: regions, type: periodTypes, period: periods, unit: units };
  return obeyed.map((name) => made[name](view)).filter(Boolean);
}
