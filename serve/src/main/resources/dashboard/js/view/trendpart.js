import { values as cellsOf } from '../api.js';
import { trendLines } from '../chart/trend.js';
import { pictureButton } from '../chart/chart.js';
import { csvLink } from '../download.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { number, unitName } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { figure, statusKey } from '../status.js';
import { question } from '../explain.js';

const OFFERED_AT_FIRST = 4;

const chosenOf = ({ regions, region }) => [...new Set([...regions.split(',').filter(Boolean), region].filter(Boolean))];

/** The group and the regions that the reader chose, else the largest few. */
async function load(view) {
  const { indicator, group, place, periods, unit, breakdown, cut } = view;
  const { values } = await cellsOf({ indicator: indicator.id, group, from: periods[0], to: periods.at(-1), breakdown, as_of: cut });
  const cells = values.filter((cell) => cell.unit === unit && !cell.period.startsWith('unallocated:'));
  const last = (region) => cells.filter((cell) => cell.region === region && cell.value !== null).at(-1)?.value ?? -Infinity;
  const chosen = chosenOf(view).filter((region) => place.members.includes(region));
  const shown = chosen.length ? chosen : [...place.members].sort((a, b) => last(b) - last(a)).slice(0, OFFERED_AT_FIRST).filter((region) => last(region) > -Infinity);
  const first = periods.findIndex((period) => cells.some((cell) => cell.period === period && (cell.value !== null || cell.status === 'BREAK')));
  return {
    periods: first < 0 ? periods : periods.slice(Math.max(0, first - 1)),
    rows: [group, ...shown].map((region) => {
      const of = cells.filter((cell) => cell.region === region);
      return { region, name: of[0]?.name ?? region, cells: of };
    }),
  };
}

function lines({ rows, periods }, view, tools, height) {
  const chart = tools.chart('trend', height);
  chart.show(t('trend.label', { title: view.indicator.title, regions: rows.map(({ name }) => name).join(', '), from: periods[0], to: periods.at(-1) }),
    () => trendLines({ rows, periods, unit: view.unit }));
  return chart;
}

const unitTitle = ({ unit }) => [t('trend.title'), unitName(unit)].filter(Boolean).join(', ');

const name = (view) => `${view.indicator.id}-${view.group}-${view.type}`;

const tools = (view, chart) => [pictureButton(chart, name(view)),
  csvLink({ indicator: view.indicator.id, group: view.group, from: view.periods[0], to: view.periods.at(-1), as_of: view.cut }, name(view))];

export const trendPart = {
  id: 'trend', load,
  draw: (data, view, made) => {
    const chart = lines(data, view, made, '');
    return [heading(unitTitle(view), tools(view, chart)), chart.host, statusKey()];
  },
};

function choices(view, rows) {
  const shown = rows.slice(1).map(({ region }) => region);
  return h('details', { class: 'choices' }, h('summary', {}, t('trend.choose')),
    h('fieldset', {}, h('legend', { class: 'unseen' }, t('trend.choose')), view.place.members.map((region) => h('label', {},
      h('input', { type: 'checkbox', checked: shown.includes(region), data: { key: `region-${region}` }, onchange: ({ target }) => go({
        region: '', regions: (target.checked ? [...shown, region] : shown.filter((one) => one !== region)).join(','),
      }) }), ` ${view.catalogue.name(region)}`))));
}

export const trendAlone = {
  id: 'trend', load,
  draw: (data, view, made) => {
    const chart = lines(data, view, made, '');
    return [heading(unitTitle(view), tools(view, chart)), choices(view, data.rows), chart.host, statusKey()];
  },
};

export const trendTable = {
  id: 'trend-table', load,
  draw: ({ rows, periods }, view) => [
    heading(t('trend.table'), csvLink({ indicator: view.indicator.id, group: view.group, from: view.periods[0], to: view.periods.at(-1), as_of: view.cut }, name(view))),
    table({
      caption: t('trend.table'), numeric: rows.map((unused, i) => i + 1), class: 'trend-table',
      head: [t('control.period'), ...rows.map((row) => row.name)],
      rows: [...periods].reverse().map((period) => ({ 'data-period': period, cells: [period, ...rows.map(({ region, cells }) => {
        const cell = cells.find((one) => one.period === period);
        if (!cell) return '–';
        return h('button', { type: 'button', class: 'inline value', data: { key: `cell-${region}-${period}`, region, value: cell.value === null ? '' : String(cell.value) }, onclick: () => go({ explain: question(cell, view.group) }) },
          figure(cell, view.unit));
      })] })),
    }),
  ],
};
