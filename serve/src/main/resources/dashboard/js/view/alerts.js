import { get, post } from '../api.js';
import { byId, h, table } from '../dom.js';
import { spoken, t } from '../i18n.js';
import { instant } from '../format.js';
import { heading, swap, trouble } from '../part.js';
import { link } from '../viewstate.js';

const OPEN = ['FIRING', 'PENDING', 'ACKNOWLEDGED', 'SNOOZED'];

/** One that pends may still prove to be nothing. */
const ANSWERABLE = ['FIRING', 'ACKNOWLEDGED', 'SNOOZED'];
const SNOOZES = { P1D: 24, P7D: 168, P30D: 720 };

export const title = () => t('view.alerts');
export const obeys = [];

const load = async () => ({ ...(await get('alerts', { limit: 1000 })), about: await get('about') });

/** What a rule calls its alert in the reader's language, else the rule's name. */
const name = ({ summary, rule }) => summary?.[spoken()] ?? summary?.en ?? rule;

const order = ({ state, severity }) => [...OPEN, 'RESOLVED'].indexOf(state) * 10 + SEVERITIES.indexOf(severity);

const SEVERITIES = ['critical', 'warning', 'info'];

const values = (of) => h('details', { class: 'alert-details' }, h('summary', {}, t('alert.details')),
  h('dl', { class: 'alert-values' }, Object.entries(of ?? {}).filter(([, value]) => String(value) !== '').map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, String(value))))));

/** The view that shows what an alert is about. */
function look({ id, values: { indicator, group, region, period, milestone } = {} }, { catalogue }) {
  const of = catalogue.place(group)?.members.length ? group : region;
  const address = milestone ? link({ view: 'milestones', group: catalogue.place(region)?.country.code ?? '' })
    : catalogue.indicator(indicator) && catalogue.place(of)?.members.length && period
      && link({ view: 'overview', indicator, group: of, period, unit: '', breakdown: '', region: region === of ? '' : region, explain: `${indicator},${of},${region},${period}` });
  return address && h('a', { href: address, class: 'quiet', data: { go: '', key: `look-${id}` } }, t('alert.look'));
}

function actions(alert, again) {
  if (!ANSWERABLE.includes(alert.state)) return [];
  const button = (kind) => h('button', { type: 'button', class: 'quiet', data: { key: `${kind}-${alert.id}` }, onclick: () => ask(alert, kind, again) }, t(`alert.${kind}`));
  return [alert.state !== 'ACKNOWLEDGED' && button('ack'), button('snooze')];
}

/** A small dialog: who, why, and for how long. */
function ask(alert, kind, again) {
  const said = h('div', {});
  const dialog = h('dialog', { class: 'ask', 'aria-labelledby': 'ask-title', onclose: () => dialog.remove() },
    h('form', { method: 'dialog', onsubmit: async (submit) => {
      submit.preventDefault();
      const asked = new FormData(submit.target);
      const until = kind === 'snooze' ? new Date(Date.now() + SNOOZES[asked.get('for')] * 3_600_000).toISOString() : undefined;
      try {
        await post(`alerts/${encodeURIComponent(alert.id)}/${kind}`, { who: asked.get('who'), why: asked.get('why'), until });
        localStorage.setItem('kuroshio.who', asked.get('who'));
        dialog.close();
        again();
      } catch (failure) {
        swap(said, trouble(failure));
      }
    } },
    h('h2', { id: 'ask-title' }, t(`alert.${kind}.title`)), h('p', { class: 'words' }, `${name(alert)} · ${alert.subject}`),
    h('label', { class: 'field' }, h('span', {}, t('alert.who')), h('input', { name: 'who', required: true, value: localStorage.getItem('kuroshio.who') ?? '' })),
    h('label', { class: 'field' }, h('span', {}, t('alert.why')), h('input', { name: 'why', required: true })),
    kind === 'snooze' && h('label', { class: 'field' }, h('span', {}, t('alert.for')), h('select', { name: 'for' }, Object.keys(SNOOZES).map((length) => h('option', { value: length }, t(`length.${length}`))))),
    said,
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('alert.cancel')), h('button', { type: 'submit', class: 'action' }, t(`alert.${kind}`)))));
  byId('view').append(dialog);
  dialog.showModal();
}

/** The browser itself asks for the key, and keeps it. */
const signIn = ({ roles, authentication }) => !roles.includes('operator') && authentication.includes('key')
  && h('a', { href: 'signin', class: 'signin' }, t('alerts.signin'));

const list = {
  id: 'alerts', follows: 'cuts', load,
  draw: ({ alerts, about }, view, tools) => {
    const shown = [...alerts].sort((a, b) => order(a) - order(b) || b.at.localeCompare(a.at));
    return [
      heading(t('alerts.count', { open: alerts.filter(({ state }) => state === 'FIRING').length, all: alerts.length })), h('p', { class: 'words' }, t('alerts.words'), ' ', signIn(about)),
      shown.length ? table({
        caption: t('view.alerts'), class: 'alert-table', head: [t('alert.state'), t('alert.severity'), t('alert.rule'), t('alert.at'), t('alert.do')],
        rows: shown.map((alert) => ({ 'data-alert': alert.id, 'data-state': alert.state, cells: [
          h('span', { class: `badge badge-${alert.state.toLowerCase()}` }, t(`alertstate.${alert.state}`)), h('span', { class: `severity severity-${alert.severity}` }, alert.severity), 
          [h('p', { class: 'alert-name' }, name(alert)), h('code', { class: 'entity-id' }, alert.subject), alert.reason && h('p', { class: 'fine' }, alert.reason), alert.who && h('p', { class: 'fine' }, t('alert.by', { who: alert.who, why: alert.why ?? '' })), alert.until && alert.state === 'SNOOZED' && h('p', { class: 'fine' }, t('alert.until', { at: instant(alert.until) })), values(alert.values)],
          instant(alert.at), h('div', { class: 'actions' }, look(alert, view), about.roles.includes('operator') && actions(alert, tools.again))] })),
      }) : h('p', { class: 'words' }, t('alerts.none')),
    ];
  },
};

export const parts = [list];
