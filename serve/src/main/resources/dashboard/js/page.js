import { byId, h } from './dom.js';
import { LANGUAGES, preferred, speak, spoken, t } from './i18n.js';
import { go, link, onState, state } from './viewstate.js';
import { followTheme, themeSelect } from './theme.js';
import { Catalogue } from './catalogue.js';
import { controls } from './controls.js';
import { citation } from './citation.js';
import { Chart } from './chart/chart.js';
import { Part, swap, trouble } from './part.js';
import { settle } from './view/shown.js';
import { Live } from './live.js';
import { explainOr } from './explain.js';
import { time } from './format.js';
import { VIEWS } from './view/views.js';

let catalogue;
let asOf = new Date().toISOString().slice(0, 10);
let parts = [];
let shownView;
let shown;
let live;
let newestCut;
let round = 0;

const makeChart = (key, height) => new Chart(key, height);

function masthead() {
  const now = state();
  byId('navigation').replaceChildren(h('ul', {}, Object.keys(VIEWS).map((name) => h('li', {}, h('a', {
    href: link({ view: name, explain: '' }), data: { go: '', key: `nav-${name}` }, 'aria-current': name === now.view ? 'page' : undefined,
  }, t(`view.${name}`))))));
  byId('navigation').setAttribute('aria-label', t('page.views'));
  byId('controls').setAttribute('aria-label', t('page.choices'));
  byId('preferences').replaceChildren(languageSelect(), themeSelect());
}

function languageSelect() {
  const select = h('select', { id: 'language', 'aria-label': t('page.language'), onchange: () => go({ lang: select.value }) },
    Object.entries(LANGUAGES).map(([code, name]) => h('option', { value: code, lang: code, selected: code === spoken() }, name)));
  return select;
}

function sayLive(how) {
  const place = byId('live');
  const { cut } = state();
  place.dataset.state = cut ? 'pinned' : how;
  const text = cut ? t('live.pinned', { cut }) : t(`live.${how}`);
  place.replaceChildren(...[h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', {}, text),
    cut ? h('a', { href: link({ cut: '' }), data: { go: '' } }, t('live.back'))
      : newestCut && h('span', { class: 'cut', title: newestCut.cut }, `${newestCut.cut.slice(0, 8)} · ${time(newestCut.seen)}`)].filter(Boolean));
}

function build(name) {
  for (const part of parts) part.dispose();
  parts = VIEWS[name].parts.map((part) => new Part(part));
  const view = byId('view');
  view.className = `view view-${name}`;
  view.replaceChildren(h('h1', { id: 'title' }), ...parts.map(({ element }) => element));
  shownView = name;
}

/** Brings everything up to date with the address and the newest cut; a later call overtakes an earlier one. */
async function refresh() {
  const mine = ++round;
  const asked = state();
  const name = asked.view in VIEWS ? asked.view : 'overview';
  if (shownView !== name) build(name);
  try {
    const view = await settle(asked, catalogue, asOf);
    if (mine !== round) return;
    shown = view;
    asOf = view.asOf;
    live?.watch(view.indicator.id, view.group);
    frame(name, view);
    await Promise.all([...parts.map((part) => part.refresh(view, makeChart)), explainOr(view)]);
  } catch (failure) {
    if (mine === round) swap(parts[0].element, trouble(failure));
  } finally {
    if (mine === round) byId('view').setAttribute('aria-busy', 'false');
  }
}

/** What stands around the parts: choices, title, citation. */
function frame(name, view) {
  const { obeys, title } = VIEWS[name];
  swap(byId('controls'), controls(view, obeys));
  byId('controls').hidden = obeys.length === 0;
  byId('title').textContent = title(view);
  document.title = `${title(view)} – Kuroshio`;
  swap(byId('citation'), citation(view, obeys.includes('indicator')));
}

/** The parts that show something of every cut, whether or not it touched what is looked at. */
const refreshRest = async () => {
  if (shown && !state().cut) await Promise.all(parts.filter(({ follows }) => follows === 'cuts').map((part) => part.refresh(shown, makeChart)));
};

async function changed(now, last) {
  if (now.lang !== last.lang) {
    await speak(now.lang || preferred());
    catalogue = await Catalogue.load();
    shownView = undefined;
  }
  masthead();
  sayLive(byId('live').dataset.state);
  await refresh();
  if (now.view !== last.view) byId('view').focus({ preventScroll: true });
}

async function start() {
  followTheme();
  await speak(state().lang || preferred());
  masthead();
  sayLive('connecting');
  catalogue = await Catalogue.load();
  live = new Live({
    onCut: (cut) => {
      newestCut = { cut: cut.cut, seen: Date.now() };
      asOf = cut.asOf;
    },
    onShown: async () => { if (!state().cut) await refresh(); },
    onRest: refreshRest,
    onState: sayLive,
  });
  onState(changed);
  await refresh();
}

start().catch((failure) => {
  byId('view').replaceChildren(trouble(failure));
  setTimeout(() => location.reload(), 5000);
});
