import { byId, h } from './dom.js';
import { t } from './i18n.js';
import { get } from './api.js';
import { go } from './viewstate.js';
import { number, unitName } from './format.js';
import { statusBadge } from './status.js';
import { entities } from './entities.js';
import { swap, trouble } from './part.js';

const FIRST = 20;
const MORE = 10;
const MOST = 10_000;

const cellOf = (text) => {
  const [indicator, group, region, period, breakdown] = text.split(',');
  return { indicator, group, region, period, breakdown };
};

/** The `explain` of an address for a cell of a table. */
export const question = ({ indicator, region, period, breakdown }, group) =>
  [indicator, group, region, period, breakdown].filter((word, i) => i < 4 || word).join(',');

let shown;
let limit = FIRST;

/** Opens, updates or closes the drawer as the address says. */
export async function explainOr(view) {
  const drawer = byId('explanation');
  if (!view.explain) {
    shown = undefined;
    if (drawer.open) drawer.close();
    return;
  }
  if (!drawer.dataset.ready) {
    drawer.dataset.ready = 'yes';
    drawer.addEventListener('close', () => { if (shown) go({ explain: '' }); });
    drawer.addEventListener('click', (click) => { if (click.target === drawer) drawer.close(); });
  }
  if (shown !== view.explain) {
    limit = FIRST;
    swap(drawer, h('p', { class: 'waiting', id: 'explanation-title' }, t('page.loading')));
  }
  shown = view.explain;
  if (!drawer.open) drawer.showModal();
  await fill(drawer, view);
}

async function fill(drawer, view) {
  const cell = cellOf(view.explain);
  const close = h('button', { type: 'button', class: 'close', 'aria-label': t('explain.close'), data: { key: 'close' }, onclick: () => drawer.close() }, '×');
  try {
    const answer = await get('explain', { ...cell, limit, as_of: view.cut });
    if (shown !== view.explain) return;
    swap(drawer, close, answer.cells.map((one) => explained(one, view, drawer)), h('p', { class: 'fine' }, t('explain.cut', { cut: answer.cut })));
  } catch (failure) {
    swap(drawer, close, h('h2', { id: 'explanation-title' }, t('explain.title')), trouble(failure));
  }
}

function explained(cell, view, drawer) {
  const { catalogue } = view;
  const unit = unitName(cell.unit);
  return h('article', { class: 'explained' },
    h('p', { class: 'over' }, t('explain.title')),
    h('h2', { id: 'explanation-title' }, `${catalogue.indicator(cell.indicator)?.title ?? cell.title}`),
    h('p', { class: 'where' }, `${cell.name ?? catalogue.name(cell.region)} (${cell.region}) · ${cell.period}${cell.breakdown ? ` · ${cell.breakdown}` : ''}`),
    h('p', { class: 'figure' }, h('data', { value: String(cell.value ?? ''), class: 'value' }, number(cell.value, cell.unit)), ` ${unit}`),
    cell.exact && !/^-?\d+$/.test(cell.exact) && h('p', { class: 'exact' }, t('explain.exact'), ' ', h('code', {}, cell.calculation ?? cell.exact)),
    statusBadge(cell),
    (cell.words ?? []).map((words) => h('p', { class: 'words' }, words)),
    cell.formula && h('section', {}, h('h3', {}, t('explain.how')), h('p', {}, cell.formula)),
    cell.check && h('p', { class: cell.check.holds ? 'check holds' : 'check fails' }, h('strong', {}, t(cell.check.holds ? 'explain.holds' : 'explain.fails')), ` ${cell.check.words}`),
    cell.inputs?.length > 0 && inputs(cell, view),
    cell.facts?.length > 0 && h('section', {}, h('h3', {}, t('explain.facts')), h('ul', { class: 'facts' }, cell.facts.map(({ words, value }) => h('li', {}, words, value === undefined || value === null ? '' : `: ${value}`)))),
    cell.entities && entities(cell.entities, catalogue, () => { limit = Math.min(limit * MORE, MOST); return fill(drawer, view); }));
}

/** The cells that a number was made from, each a step further down. */
function inputs(cell, { catalogue, group }) {
  return h('section', {}, h('h3', {}, t('explain.inputs')), h('ul', { class: 'inputs' }, cell.inputs.map((input) => h('li', {},
    h('button', { type: 'button', data: { key: `input-${input.indicator}-${input.region}-${input.role}` }, onclick: () => go({ explain: question(input, input.group || group) }) },
      h('span', { class: 'role' }, input.role),
      h('span', {}, `${catalogue.indicator(input.indicator)?.title ?? input.title} · ${catalogue.name(input.region)}`),
      h('span', { class: 'number' }, number(input.value, input.unit)))))));
}

