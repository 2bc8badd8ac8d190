import { h } from './dom.js';
import { t } from './i18n.js';
import { Problem } from './api.js';

/** Puts new content into an element and keeps focus and scroll where the reader has them, by `data-key`. */
export function swap(element, ...content) {
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolled = [...element.querySelectorAll('.table-frame, .scrolls')].map(({ scrollTop }) => scrollTop);
  element.replaceChildren(...content.flat(Infinity).filter(Boolean));
  element.querySelectorAll('.table-frame, .scrolls').forEach((frame, i) => { frame.scrollTop = scrolled[i] ?? 0; });
  if (focused) element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** What a reader is told instead of numbers. */
export function trouble(failure) {
  const known = failure instanceof Problem;
  if (!known) console.error(failure);
  return h('div', { class: 'trouble', role: 'alert' },
    h('strong', {}, known && failure.status ? t('problem.answer', { status: failure.status }) : t('problem.unreachable')),
    h('p', {}, known && failure.status ? failure.message : t('problem.retrying')));
}

/**
 * One section of a view: `load(view)` fetches what it shows, `draw(data, view, tools)` makes its content. It is loaded again
 * when cells of what is looked at change, or, where it follows `cuts`, now and then after any cut; it is drawn again only when
 * what it shows has changed.
 */
export class Part {
  constructor({ id, follows = 'cells', load, draw }) {
    this.follows = follows;
    this.load = load;
    this.draw = draw;
    this.element = h('section', { id: `part-${id}`, class: 'part', 'aria-busy': 'true' });
    this.charts = new Map();
  }

  async refresh(view, makeChart) {
    const tools = {
      chart: (key, height) => {
        if (!this.charts.has(key)) this.charts.set(key, makeChart(key, height));
        return this.charts.get(key);
      },
      again: () => { this.shown = undefined; return this.refresh(view, makeChart); },
    };
    try {
      const data = await this.load(view);
      const text = JSON.stringify([data, view.shows]);
      if (text !== this.shown) swap(this.element, this.draw(data, view, tools));
      this.shown = text;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.shown = undefined;
      swap(this.element, trouble(failure));
    } finally {
      this.element.setAttribute('aria-busy', 'false');
    }
  }

  dispose() {
    for (const chart of this.charts.values()) chart.dispose();
  }
}

/** A heading with what belongs beside it. */
export const heading = (text, ...beside) => h('header', { class: 'part-head' }, h('h2', {}, text), h('div', { class: 'part-tools' }, beside));
