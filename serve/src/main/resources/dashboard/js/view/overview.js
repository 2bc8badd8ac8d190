import { choropleth, legend, outline } from '../chart/map.js';
import { pictureButton } from '../chart/chart.js';
import { csvLink } from '../download.js';
import { t } from '../i18n.js';
import { h } from '../dom.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { question } from '../explain.js';
import { isMember, table } from './shown.js';
import { headline } from './headline.js';
import { definitions } from './definitions.js';
import { rankingPart } from './rankingtable.js';
import { trendPart } from './trendpart.js';
import { feedPart } from './feedpart.js';

export const title = ({ indicator }) => indicator.title;
export const obeys = ['facet', 'indicator', 'group', 'type', 'period', 'unit'];

const NAMED_AT_MOST = 12;

const map = {
  id: 'map',
  load: async (view) => ({ rows: await table(view), shapes: Boolean(await outline(view.place.country.code)) }),
  draw: ({ rows, shapes }, view, tools) => {
    const members = rows.filter((row) => isMember(view, row));
    const name = `${view.indicator.id}-${view.group}-${view.period}`;
    if (!shapes) return [heading(t('map.title')), h('p', { class: 'words' }, t('map.none'))];
    const chart = tools.chart('map', '');
    const country = view.place.country.code;
    outline(country).then((outlines) => chart.show(t('map.label', { title: view.indicator.title, group: view.place.name, period: view.period }),
      () => choropleth({ place: view.place, country, shapes: outlines, rows: members, unit: view.unit, title: view.indicator.title, chosen: view.region,
        named: view.place.members.length <= NAMED_AT_MOST }),
      ({ name: region }) => members.some((row) => row.region === region) && go({ region, explain: question({ ...members[0], region }, view.group) })));
    return [heading(t('map.title'), pictureButton(chart, name), csvLink({ indicator: view.indicator.id, group: view.group, period: view.period, as_of: view.cut }, name)),
      chart.host, legend(members, view.unit)];
  },
};

export const parts = [headline, map, rankingPart, definitions, trendPart, feedPart];
