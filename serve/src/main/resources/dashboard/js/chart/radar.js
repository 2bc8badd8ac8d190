import { colour } from '../theme.js';
import { axisText, tip } from './chart.js';
import { t } from '../i18n.js';
import { day } from '../format.js';

const SHAPES = { reached: ['circle', 'line-3'], overdue: ['triangle', 'signal'], due: ['diamond', 'line-5'], upcoming: ['emptyCircle', 'line-1'], cancelled: ['pin', 'line-6'] };

/** How long before its day a milestone is one to look after, as the API counts. */
const SOON_DAYS = 90;

/** Milestones on a time line, one row each; today is the upright line. @param milestones `{ label, due, reachedOn, state }` */
export function timeline({ milestones, today }) {
  const narrow = matchMedia('(max-width: 40rem)').matches;
  const soon = new Date(Date.parse(today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  const at = ({ reachedOn, due }) => reachedOn ?? due;
  return {
    grid: { left: 8, right: 24, top: 30, bottom: 8, containLabel: true },
    tooltip: { ...tip(), trigger: 'item', formatter: ({ data }) => data.words },
    xAxis: { type: 'time', axisLabel: { ...axisText(), hideOverlap: true }, axisLine: { lineStyle: { color: colour('rule') } }, splitLine: { show: true, lineStyle: { color: colour('rule') } } },
    yAxis: { type: 'category', inverse: true, data: milestones.map(({ label }) => label), axisLabel: { ...axisText(), width: narrow ? 130 : 300, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { show: false } },
    series: [
      { type: 'scatter', z: 3, data: milestones.map((milestone, i) => {
        const [symbol, ink] = SHAPES[milestone.state];
        return { value: [at(milestone), i], symbol, symbolSize: 13, itemStyle: { color: colour(ink) },
          words: `${milestone.label}\n${t(`milestone.${milestone.state}`)}: ${day(at(milestone))}` };
      }),
      markLine: { silent: true, symbol: 'none', lineStyle: { color: colour('ink'), width: 1.5, type: 'solid' }, label: { formatter: t('milestone.today'), color: colour('ink'), position: 'start', distance: 6 }, data: [{ xAxis: today }] },
      markArea: { silent: true, itemStyle: { color: colour('warn-wash') }, data: [[{ xAxis: today }, { xAxis: soon }]] } },
      { type: 'custom', silent: true, z: 2, data: milestones.map(({ due, reachedOn, state }, i) => [due, i, reachedOn ?? (state === 'overdue' ? today : null), state === 'overdue' ? 1 : 0]).filter(([due, , end]) => due && end && due !== end),
        renderItem: (unused, api) => {
          const [x1, y] = api.coord([api.value(0), api.value(1)]);
          const [x2] = api.coord([api.value(2), api.value(1)]);
          return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour(api.value(3) ? 'signal' : 'ink-2'), lineWidth: api.value(3) ? 4 : 2 } };
        }, encode: { x: [0, 2], y: 1 } },
    ],
  };
}
