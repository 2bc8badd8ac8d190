import { h } from './dom.js';
import { t } from './i18n.js';

const KEY = 'kuroshio.theme';
const CHOICES = ['auto', 'light', 'dark'];
const dark = matchMedia('(prefers-color-scheme: dark)');

const chosen = () => localStorage.getItem(KEY) ?? 'auto';

function apply() {
  const choice = chosen();
  document.documentElement.dataset.theme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  dispatchEvent(new CustomEvent('theme'));
}

export function followTheme() {
  apply();
  dark.addEventListener('change', apply);
}

export function themeSelect() {
  const select = h('select', { 'aria-label': t('page.theme'), onchange: () => { localStorage.setItem(KEY, select.value); apply(); } },
    CHOICES.map((choice) => h('option', { value: choice, selected: choice === chosen() }, t(`theme.${choice}`))));
  return select;
}

/** A colour of the style sheet, for what is drawn on canvas. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
