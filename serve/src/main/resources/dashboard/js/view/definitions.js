import { values as cells } from '../api.js';
import { h, table } from '../dom.js';
import { t } from '../i18n.js';
import { number } from '../format.js';
import { go } from '../viewstate.js';
import { heading } from '../part.js';
import { figure } from '../status.js';

/** What the same indicator says under every definition of the region: the share moves with the border, not with the facts. */
async function load(view) {
  const { catalogue, indicator, period, unit, cut, breakdown } = view;
  const share = catalogue.shareOf(indicator, 'country', view.type);
  const asked = [indicator.id, share?.id].filter(Boolean).join(',');
  return Promise.all(catalogue.definitionsBeside(view.group).map(async ({ code, name, members, whole }) => {
    const { values } = await cells({ indicator: asked, group: code, region: code, period, breakdown, as_of: cut });
    return { code, name, members: members.length, whole, of: values.find((cell) => cell.indicator === share?.id),
      cell: values.find((cell) => cell.indicator === indicator.id && cell.unit === unit) };
  }));
}

function draw(rows, view) {
  if (rows.length < 2) return [];
  const shares = rows.some(({ of }) => of && of.value !== null);
  const most = Math.max(...rows.map(({ cell, of, whole }) => (shares ? (whole ? 0 : of?.value ?? 0) : cell?.value ?? 0)));
  const bar = ({ cell, of }) => h('span', { class: 'bar', style: { '--of': String(((shares ? of?.value : cell?.value) ?? 0) / (most || 1)) }, 'aria-hidden': 'true' });
  return [
    heading(t('definitions.title')),
    h('p', { class: 'words' }, t('definitions.words')),
    table({
      caption: t('definitions.title'), numeric: [1, 2, 3], class: 'definitions-table',
      head: [t('definitions.group'), t('definitions.members'), view.indicator.title, ...(shares ? [t('definitions.share', { country: view.place.country.name })] : [])],
      rows: rows.map((row) => ({
        class: row.code === view.group ? 'chosen' : undefined, 'data-group': row.code,
        cells: [
          h('button', { type: 'button', class: 'inline', data: { key: `definition-${row.code}` }, 'aria-pressed': String(row.code === view.group), onclick: () => go({ group: row.code, region: '' }) }, row.name),
          String(row.members),
          row.cell ? figure(row.cell, view.unit) : '–',
          ...(shares ? [row.whole ? number(1, 'ratio') : [h('span', { class: 'share-value' }, number(row.of?.value, 'ratio')), bar(row)]] : []),
        ],
      })),
    }),
  ];
}

export const definitions = { id: 'definitions', load, draw };
