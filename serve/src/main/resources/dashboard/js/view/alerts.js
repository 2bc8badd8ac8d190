import { get, post } from '../api.js';
import { byId, h, table } from '../dom.js';
import { spoken, t } from '../i18n.js';
import { instant } from '../format.js';
import { heading, swap, trouble } from '../part.js';

const OPEN = ['FIRING', 'PENDING', 'ACKNOWLEDGED', 'SNOOZED'];
const SNOOZES = { P1D: 24, P7D: 168, P30D: 720 };

export const title = () => t('view.alerts');
export const obeys = [];

const load = async () => ({ ...(await get('alerts', { limit: 1000 })), about: await get('about') });

/** What a rule calls its alert in the reader's language, else the rule's name. */
const name = ({ summary, rule }) => summary?.[spoken()] ?? summary?.en ?? rule;

const order = ({ state }) => [...OPEN, 'RESOLVED'].indexOf(state);

const values = (of) => h('ul', { class: 'alert-values' }, Object.entries(of ?? {}).map(([name, value]) => h('li', {}, h('span', { class: 'fine' }, `${name} `), String(value))));

function actions(alert, again) {
  if (!['FIRING', 'PENDING', 'ACKNOWLEDGED', 'SNOOZED'].includes(alert.state)) return '';
  const button = (kind) => h('button', { type: 'button', class: 'quiet', data: { key: `${kind}-${alert.id}` }, onclick: () => ask(alert, kind, again) }, t(`alert.${kind}`));
  return h('div', { class: 'actions' }, alert.state === 'ACKNOWLEDGED' ? '' : button('ack'), button('snooze'));
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

const list = {
  id: 'alerts', follows: 'cuts', load,
  draw: ({ alerts, about }, view, tools) => {
    const shown = [...alerts].sort((a, b) => order(a) - order(b) || b.at.localeCompare(a.at));
    return [
      heading(t('alerts.count', { open: alerts.filter(({ state }) => state === 'FIRING').length, all: alerts.length })),
      shown.length ? table({
        caption: t('view.alerts'), class: 'alert-table', head: [t('alert.state'), t('alert.severity'), t('alert.rule'), t('alert.subject'), t('alert.values'), t('alert.at'), t('alert.do')],
        rows: shown.map((alert) => ({ 'data-alert': alert.id, 'data-state': alert.state, cells: [
          h('span', { class: `badge badge-${alert.state.toLowerCase()}` }, t(`alertstate.${alert.state}`)), h('span', { class: `severity severity-${alert.severity}` }, alert.severity), name(alert), alert.subject,
          [values(alert.values), alert.reason && h('p', { class: 'fine' }, alert.reason), alert.who && h('p', { class: 'fine' }, t('alert.by', { who: alert.who, why: alert.why ?? '' })), alert.until && alert.state === 'SNOOZED' && h('p', { class: 'fine' }, t('alert.until', { at: instant(alert.until) }))],
          instant(alert.at), about.roles.includes('operator') ? actions(alert, tools.again) : ''] })),
      }) : h('p', { class: 'words' }, t('alerts.none')),
    ];
  },
};

export const parts = [list];
