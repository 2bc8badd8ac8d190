import { values as cells } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { heading } from '../part.js';
import { trail, typeOf } from '../period.js';
import { ranked } from '../ranking.js';
import { csvLink } from '../download.js';
import { go, link } from '../viewstate.js';
import { question } from '../explain.js';
import { figure } from '../status.js';
import { isMember } from './shown.js';

const INDEX = 'composite.ecosystem';
const LEVELS = ['element', 'mechanism', 'environment'];
const PART = 'part=';

/** As the server says which members are missing from a level. */
const missing = ({ reason }) => reason?.split(': ')[1]?.split(', ') ?? [];

const newest = (rows, periods) => [...periods].reverse().find((period) => rows.some((row) => row.period === period && row.value !== null));

/**
 * The period that is asked for; where any will do, the newest that has an index, else the newest whose members were scaled.
 * `defined` is the newest with an index, if there is one.
 */
async function periodOf(view, definition) {
  const type = definition.periods.includes(view.type) ? view.type : 'FY';
  const periods = trail(view.catalogue.period(type, view.asOf, view.group));
  const asked = { indicator: INDEX, group: view.group, from: periods[0], to: periods.at(-1), as_of: view.cut };
  const members = (values) => values.filter((row) => isMember(view, row));
  const defined = newest(members((await cells(asked)).values), periods);
  if (view.asked !== 'latest' && typeOf(view.period) === type) return { period: view.period, defined };
  return { period: defined ?? view.catalogue.period(type, view.asOf, view.group), defined };
}

/** The index, its levels and the members of those that have data; each is a breakdown of the index. */
async function load(view) {
  const definition = view.catalogue.indicator(INDEX);
  const { period, defined } = await periodOf(view, definition);
  const parts = ['', ...LEVELS.map((level) => PART + level), ...definition.breakdowns.filter((of) => of.startsWith(PART) && definition.inputs.includes(of.slice(PART.length)))];
  const answers = await Promise.all(parts.map((breakdown) => cells({ indicator: INDEX, group: view.group, period, breakdown, as_of: view.cut })));
  const [whole, ...columns] = answers.map(({ values }, i) => ({ part: parts[i].slice(PART.length), rows: values.filter((row) => isMember(view, row)) }));
  return { period, defined, whole, columns: columns.filter(({ part, rows }) => LEVELS.includes(part) || rows.some(({ value }) => value !== null)) };
}

const score = (cell, view) => [h('button', { type: 'button', class: 'inline value', data: { key: `index-${cell.region}-${cell.breakdown}`, value: cell.value === null ? '' : String(cell.value) },
  onclick: () => go({ explain: question(cell, view.group) }) }, figure(cell)),
cell.value !== null && h('span', { class: 'bar', 'aria-hidden': 'true', style: { '--of': String(cell.value) } })];

/** Why there is no index, and where there is one. */
function none({ period, defined, columns }, view) {
  const gaps = columns.filter(({ part }) => LEVELS.includes(part)).map(({ part, rows }) => ({ part, ids: rows.map(missing).find((ids) => ids.length) ?? [] }));
  return h('div', { class: 'note' },
    h('p', {}, t('index.none', { period })),
    h('ul', {}, gaps.filter(({ ids }) => ids.length).map(({ part, ids }) => h('li', {}, t('index.missing', { level: t(`facet.${part}`), members: ids.map((id) => view.catalogue.title(id)).join(', ') })))),
    defined && h('p', {}, h('a', { href: link({ period: defined }), data: { go: '' } }, t('index.newest', { period: defined }))));
}

function draw(data, view) {
  const { period, whole, columns } = data;
  const title = view.catalogue.title(INDEX);
  const nameOf = (part) => (LEVELS.includes(part) ? t(`facet.${part}`) : view.catalogue.title(part));
  const cell = (rows, row, part) => rows.find(({ region }) => region === row.region) ?? { ...row, value: null, status: 'MISSING', breakdown: PART + part };
  return [
    heading(t('index.title', { period }), csvLink({ indicator: INDEX, group: view.group, period, as_of: view.cut }, `${INDEX}-${view.group}-${period}`)),
    h('p', { class: 'words', lang: 'en' }, view.catalogue.indicator(INDEX).description),
    whole.rows.every(({ value }) => value === null) && none(data, view),
    table({
      caption: t('index.title', { period }), numeric: [1, ...columns.map((unused, i) => i + 3), 2], class: 'index-table',
      head: [t('ranking.region'), t('ranking.rank'), title, ...columns.map(({ part }) => nameOf(part))],
      rows: ranked(whole.rows, 1).map((row) => ({ 'data-region': row.region, cells: [row.name, row.place === null ? '' : `${row.place}${row.tied ? '=' : ''}`, score(row, view),
        ...columns.map(({ part, rows }) => score(cell(rows, row, part), view))] })),
    }),
    columns.length > LEVELS.length && h('p', { class: 'fine' }, t('index.scaled')),
  ];
}

export const index = { id: 'index', load, draw };
