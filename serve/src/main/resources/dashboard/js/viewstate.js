/**
 * What the reader looks at, kept in the address, so that a link restores it.
 * Defaults are left out of the address; `latest` is the newest period with a number and follows the stream.
 */
const DEFAULTS = {
  view: 'overview', facet: 'all', indicator: 'venture.stock', group: 'JP-KANTO11', period: 'latest', unit: '', breakdown: '',
  region: '', regions: '', cut: '', from: '', to: '', explain: '', lang: '',
};

const listeners = new Set();
let current = read();

function read() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(Object.entries(DEFAULTS).map(([key, value]) => [key, asked.get(key) ?? value]));
}

export const state = () => current;

/** The address of this view with some of it changed. */
export function link(changes) {
  const next = { ...current, ...changes };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) if (value !== DEFAULTS[key]) query.set(key, value);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

export const onState = (listener) => listeners.add(listener);

/** Goes to a changed view; `quiet` replaces the address without a step in the history. */
export function go(changes, { quiet = false } = {}) {
  const address = link(changes);
  if (quiet) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  tell();
}

function tell() {
  const last = current;
  current = read();
  for (const listener of listeners) listener(current, last);
}

addEventListener('popstate', tell);

/** Lets links within the page change the view without loading it anew. */
document.addEventListener('click', (click) => {
  const anchor = click.target.closest?.('a[data-go]');
  if (!anchor || click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
  click.preventDefault();
  history.pushState(null, '', anchor.getAttribute('href'));
  tell();
});
