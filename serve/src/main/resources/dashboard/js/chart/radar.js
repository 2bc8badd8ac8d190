import { colour } from '../theme.js';
import { axisText, tip } from './chart.js';
import { t } from '../i18n.js';
import { day } from '../format.js';

const SHAPES = { reached: ['circle', 'line-3'], overdue: ['triangle', 'signal'], due: ['diamond', 'line-5'], upcoming: ['emptyCircle', 'line-1'], cancelled: ['pin', 'line-6'] };

/** Milestones on a time line, one row each; today is the upright line. @param milestones `{ label, due, reachedOn, state }` */
export function timeline({ milestones, today }) {
  const at = ({ reachedOn, due }) => reachedOn ?? due;
  return {
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    tooltip: { ...tip(), trigger: 'item', formatter: ({ data }) => data.words },
    xAxis: { type: 'time', axisLabel: axisText(), axisLine: { lineStyle: { color: colour('rule') } }, splitLine: { show: true, lineStyle: { color: colour('rule') } } },
    yAxis: { type: 'category', inverse: true, data: milestones.map(({ label }) => label), axisLabel: { ...axisText(), width: 240, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { show: false } },
    series: [
      { type: 'scatter', z: 3, data: milestones.map((milestone, i) => {
        const [symbol, ink] = SHAPES[milestone.state];
        return { value: [at(milestone), i], symbol, symbolSize: 13, itemStyle: { color: colour(ink) },
          words: `${milestone.label}\n${t(`milestone.${milestone.state}`)}: ${day(at(milestone))}` };
      }),
      markLine: { silent: true, symbol: 'none', lineStyle: { color: colour('ink'), width: 1.5, type: 'solid' }, label: { formatter: t('milestone.today'), color: colour('ink') }, data: [{ xAxis: today }] } },
      { type: 'custom', silent: true, z: 2, data: milestones.map(({ due, reachedOn }, i) => [due, i, reachedOn]).filter(([due, , reachedOn]) => due && reachedOn && due !== reachedOn),
        renderItem: (unused, api) => {
          const [x1, y] = api.coord([api.value(0), api.value(1)]);
          const [x2] = api.coord([api.value(2), api.value(1)]);
          return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour('ink-2'), lineWidth: 2 } };
        }, encode: { x: [0, 2], y: 1 } },
    ],
  };
}
