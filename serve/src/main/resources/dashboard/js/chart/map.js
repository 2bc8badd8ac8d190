import { h } from '../dom.js';
import { t } from '../i18n.js';
import { colour } from '../theme.js';
import { number, unitName } from '../format.js';
import { classOf, limits } from '../classes.js';
import { statusWord } from '../status.js';
import { tip } from './chart.js';

const outlines = new Map();

/** The outlines of a country, or null where the page ships none. */
export async function outline(country) {
  if (!outlines.has(country)) {
    const answer = await fetch(new URL(`../../outlines/${country.toLowerCase()}.json`, import.meta.url));
    const shapes = answer.ok ? await answer.json() : null;
    if (shapes) window.echarts.registerMap(country, { geoJSON: shapes });
    outlines.set(country, shapes);
  }
  return outlines.get(country);
}

/** The corners that hold each member's main part: islands far off would shrink the rest. */
function corners(shapes, members) {
  const points = shapes.features.filter(({ properties }) => members.includes(properties.name))
    .flatMap(({ geometry }) => geometry.coordinates.map(([ring]) => ring).sort((a, b) => b.length - a.length)[0] ?? []);
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return [[Math.min(...xs), Math.max(...ys)], [Math.max(...xs), Math.min(...ys)]];
}

const STEPS = 6;
const shade = (i, count) => colour(`scale-${count === 1 ? STEPS : 1 + Math.round((i * (STEPS - 1)) / (count - 1))}`);
const inkOn = (i, count) => colour(i / Math.max(1, count - 1) > 0.45 ? 'on-dark-scale' : 'on-light-scale');

const noNumber = () => ({ areaColor: colour('missing'), decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -0.8, color: colour('hatch') } });

/** A choropleth of the group's members on the country around them. */
export function choropleth({ place, country, shapes, rows, unit, title, chosen, named }) {
  const upper = limits(rows.map(({ value }) => value).filter((value) => value !== null));
  const values = new Map(rows.map((row) => [row.region, row]));
  return {
    tooltip: { ...tip(), trigger: 'item', formatter: ({ name }) => {
      const row = values.get(name);
      return row ? `${row.name}\n${title}: ${number(row.value, unit)} ${unitName(unit)}${row.status === 'NORMAL' ? '' : `\n${statusWord(row.status)}`}` : '';
    } },
    series: [{
      type: 'map', map: country, nameProperty: 'name', aspectScale: 1, roam: false, selectedMode: false,
      boundingCoords: corners(shapes, place.members), left: 12, right: 12, top: 12, bottom: 12,
      itemStyle: { areaColor: colour('land'), borderColor: colour('surface'), borderWidth: 0.8 },
      emphasis: { itemStyle: { areaColor: null, borderColor: colour('ink'), borderWidth: 2 }, label: { show: named, color: 'inherit' } },
      label: { show: false }, labelLayout: { hideOverlap: true },
      data: shapes.features.map(({ properties: { name: code } }) => {
        const row = values.get(code);
        if (!row) return { name: code, silent: true, tooltip: { show: false }, emphasis: { disabled: true } };
        const step = row.value === null ? -1 : classOf(row.value, upper);
        const style = step < 0 ? noNumber() : { areaColor: shade(step, upper.length) };
        const marked = code === chosen ? { borderColor: colour('accent-2'), borderWidth: 3 } : {};
        return {
          name: code, value: row.value ?? undefined, itemStyle: { ...style, ...marked },
          emphasis: { itemStyle: { areaColor: style.areaColor } },
          label: { show: named, formatter: `${row.name}\n${number(row.value, unit)}`, fontSize: 12, lineHeight: 15, textBorderColor: style.areaColor, textBorderWidth: 2,
            color: step < 0 ? colour('ink-2') : inkOn(step, upper.length) },
        };
      }),
    }],
  };
}

/** What the shades mean, in words and numbers. */
export function legend(rows, unit) {
  const values = rows.map(({ value }) => value).filter((value) => value !== null);
  const upper = limits(values);
  const lowest = Math.min(...values);
  const steps = upper.map((limit, i) => {
    const from = i === 0 ? lowest : Math.min(...values.filter((value) => value > upper[i - 1]));
    const to = Math.max(...values.filter((value) => value <= limit));
    return h('li', {}, h('span', { class: 'swatch', style: { background: shade(i, upper.length) } }),
      from === to ? number(from, unit) : `${number(from, unit)} – ${number(to, unit)}`);
  });
  const missing = rows.some(({ value }) => value === null) && h('li', {}, h('span', { class: 'swatch hatched' }), t('map.nonumber'));
  return h('ul', { class: 'legend', 'aria-label': t('map.legend') }, steps, missing);
}
