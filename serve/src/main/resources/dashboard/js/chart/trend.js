import { colour } from '../theme.js';
import { number, short } from '../format.js';
import { statusWord, SYMBOLS } from '../status.js';
import { axisText, tip } from './chart.js';

const LINES = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6'];

function point(cell, line) {
  if (!cell || cell.value === null) return { value: null };
  const open = cell.status === 'ESTIMATED' || cell.status === 'PROVISIONAL';
  return { value: cell.value, symbol: SYMBOLS[cell.status] ?? 'circle', symbolSize: cell.status === 'NORMAL' ? 5 : 10,
    itemStyle: open ? { color: colour('surface'), borderColor: line, borderWidth: 2 } : { color: line } };
}

/** Breaks in a series as upright lines: what stands on either side is not comparable. */
const breaks = (rows) => ({
  silent: true, symbol: 'none', lineStyle: { color: colour('signal'), type: 'dashed', width: 1.5 },
  label: { formatter: ({ name }) => name, color: colour('signal'), fontSize: 11 },
  data: rows.flatMap(({ cells }) => cells).filter(({ status }) => status === 'BREAK')
    .filter((cell, i, all) => all.findIndex(({ period }) => period === cell.period) === i)
    .map(({ period }) => ({ xAxis: period, name: statusWord('BREAK') })),
});

/** @param rows `{ region, name, cells }`, the first one drawn strongest */
export function trendLines({ rows, periods, unit }) {
  const narrow = matchMedia('(max-width: 40rem)').matches;
  return {
    grid: { left: 8, right: narrow ? 90 : 190, top: 16, bottom: 8, containLabel: true },
    tooltip: { ...tip(), trigger: 'axis', formatter: (points) => [points[0].axisValue, ...points.map(({ seriesName, seriesIndex, dataIndex }) => {
      const cell = rows[seriesIndex].cells.find(({ period }) => period === periods[dataIndex]);
      const status = !cell || cell.status === 'NORMAL' ? '' : ` (${statusWord(cell.status)})`;
      return `${seriesName}  ${number(cell?.value, unit)}${status}`;
    })].join('\n') },
    xAxis: { type: 'category', data: periods, boundaryGap: false, axisLabel: { ...axisText(), hideOverlap: true }, axisLine: { lineStyle: { color: colour('rule') } }, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel: { ...axisText(), formatter: (value) => short(value, unit) }, splitLine: { lineStyle: { color: colour('rule') } } },
    series: rows.map(({ name, cells }, i) => {
      const line = i === 0 ? colour('ink') : colour(LINES[(i - 1) % LINES.length]);
      return {
        type: 'line', name, connectNulls: false, lineStyle: { color: line, width: i === 0 ? 3 : 2 }, itemStyle: { color: line },
        data: periods.map((period) => point(cells.find((cell) => cell.period === period), line)), showAllSymbol: true,
        endLabel: { show: true, formatter: ({ seriesName }) => seriesName, color: line, fontSize: 12, width: narrow ? 80 : 180, overflow: 'truncate', distance: 8 },
        labelLayout: { moveOverlap: 'shiftY' }, emphasis: { focus: 'series' }, markLine: i === 0 ? breaks(rows) : undefined,
      };
    }),
  };
}
