import { get } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { ago, instant, plain } from '../format.js';
import { heading } from '../part.js';

export const title = () => t('view.sources');
export const obeys = [];

const moment = (text) => (text ? h('time', { datetime: text, title: instant(text) }, ago(Date.parse(text))) : '–');

/** Later than its rhythm says, with a quarter of grace. */
const isLate = ({ lastSuccessAt, rhythmSeconds }) => rhythmSeconds && lastSuccessAt && Date.now() - Date.parse(lastSuccessAt) > rhythmSeconds * 1250;

const sum = (counts) => Object.values(counts ?? {}).reduce((a, b) => a + b, 0);

const list = {
  id: 'sources', follows: 'cuts',
  load: async () => get('sources', {}),
  draw: ({ sources }) => [
    heading(t('sources.title')),
    sources.length ? table({
      caption: t('sources.title'), numeric: [4, 5, 6, 7], class: 'source-table',
      head: [t('source.name'), t('source.state'), t('source.success'), t('source.newest'), t('source.read'), t('source.published'), t('source.known'), t('source.rejected'), t('source.error')],
      rows: sources.map((source) => ({ 'data-source': source.source, cells: [[source.source, source.slice ? h('span', { class: 'fine' }, ` ${source.slice}`) : ''],
        [h('span', { class: `badge badge-${source.state.toLowerCase()}` }, t(`sourcestate.${source.state}`)), isLate(source) ? h('span', { class: 'badge badge-overdue' }, t('source.late')) : ''],
        moment(source.lastSuccessAt), moment(source.newestPublishedAt), plain(source.read, 0), plain(source.published, 0), plain(source.known, 0), plain(sum(source.rejected), 0), source.error ?? ''] })),
    }) : h('p', { class: 'words' }, t('sources.none')),
  ],
};

export const parts = [list];
