import { get } from '../api.js';
import { timeline } from '../chart/radar.js';
import { pictureButton } from '../chart/chart.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { day, plain } from '../format.js';
import { heading } from '../part.js';
import { link } from '../viewstate.js';

const STATES = ['overdue', 'due', 'upcoming', 'reached', 'cancelled'];
const SIGNS = { overdue: '▲', due: '◆', upcoming: '○', reached: '●', cancelled: '×' };
const MOST = 1000;
const CHARTED = 40;
/** Older ones would press what is due into the margin; the table has them. */
const YEARS_BACK = 3;
const ROW = 26;

export const title = ({ place }) => t('milestones.title', { group: place.name });
export const obeys = ['group'];

const load = ({ group }) => get('milestones', { group, limit: MOST });

const at = ({ reachedOn, due }) => reachedOn ?? due ?? '';

/** What is to be done first, soonest first; then what was done, latest first. */
const ordered = (milestones) => STATES.flatMap((state) => milestones.filter((one) => one.state === state)
  .sort((a, b) => (state === 'reached' ? at(b).localeCompare(at(a)) : at(a).localeCompare(at(b)))));

const recent = (milestones, asOf) => {
  const from = `${Number(asOf.slice(0, 4)) - YEARS_BACK}${asOf.slice(4)}`;
  const late = milestones.filter((one) => at(one) >= from);
  return late.length ? late : milestones;
};

const label = ({ project, projectId, kind }) => `${project ?? projectId} · ${t(`milestonekind.${kind}`).replace(/^milestonekind\./, '')}`;

const counts = {
  id: 'counts', follows: 'cuts', load,
  draw: ({ counts: of }) => [h('dl', { class: 'tallies' }, STATES.filter((state) => state !== 'cancelled' || of[state]).map((state) => h('div', { class: `tally tally-${state}` },
    h('dt', {}, t(`milestone.${state}`)), h('dd', { data: { state } }, plain(of[state] ?? 0, 0)))))],
};

const radar = {
  id: 'radar', follows: 'cuts', load,
  draw: ({ milestones, asOf }, view, tools) => {
    const dated = ordered(milestones).filter(at);
    const charted = recent(dated, asOf).slice(0, CHARTED);
    if (!dated.length) return [heading(t('milestones.radar')), h('p', { class: 'words' }, t('milestones.none'))];
    const chart = tools.chart('radar', '');
    chart.host.style.height = `${charted.length * ROW + 76}px`;
    chart.show(t('milestones.label', { count: charted.length }), () => timeline({ milestones: charted.map((one) => ({ ...one, label: label(one) })), today: asOf }));
    return [heading(t('milestones.radar'), pictureButton(chart, `milestones-${view.group}`)), chart.host,
      charted.length < dated.length && h('p', { class: 'fine' }, t('milestones.more', { count: plain(dated.length - charted.length, 0) })),
      h('p', { class: 'key' }, STATES.map((state) => h('span', {}, h('span', { class: `mark mark-${state}`, 'aria-hidden': 'true' }, SIGNS[state]), ` ${t(`milestone.${state}`)}`)))];
  },
};

const date = (text) => (text ? day(text) : '–');

const list = {
  id: 'list', follows: 'cuts', load,
  draw: ({ milestones, total }) => [
    heading(t('milestones.list')),
    total > milestones.length && h('p', { class: 'words' }, t('milestones.first', { shown: plain(milestones.length, 0), all: plain(total, 0) })),
    table({
      caption: t('milestones.list'), class: 'milestone-table', numeric: [5],
      head: [t('milestone.name'), t('milestone.state'), t('milestone.duedate'), t('milestone.original'), t('milestone.reachedon'), t('milestone.late'), t('milestone.decision'), t('ranking.region'), t('source.name')],
      rows: ordered(milestones).map((one) => ({ 'data-milestone': one.entityId, 'data-state': one.state, cells: [
        [h('span', {}, label(one)), one.title && h('span', { class: 'fine' }, ` ${one.title}`), h('code', { class: 'entity-id' }, one.milestoneId)], h('span', { class: `badge badge-${one.state}` }, `${SIGNS[one.state]} ${t(`milestone.${one.state}`)}`),
        date(one.due), one.dueOriginal && one.dueOriginal !== one.due ? date(one.dueOriginal) : '', date(one.reachedOn), one.daysLate ? plain(one.daysLate, 0) : '',
        one.decision ? t(`decision.${one.decision}`) : '', (one.names ?? one.regions).join(', '), one.source] })),
    }),
    h('p', { class: 'fine' }, h('a', { href: link({ view: 'overview', indicator: 'program.milestone.on_time_rate', period: 'latest' }), data: { go: '' } }, t('milestones.rate'))),
  ],
};

export const parts = [counts, radar, list];
