import { h } from '../dom.js';
import { colour } from '../theme.js';
import { t } from '../i18n.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const FONT = 'system-ui, "Segoe UI", "Noto Sans", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans CJK SC", sans-serif';

/**
 * An ECharts canvas that lives as long as its part. Tips are drawn on the canvas (`richText`), as the ones in HTML need style
 * attributes, which the page's policy forbids, and as text on a canvas can't be markup.
 */
export class Chart {
  constructor(key, height) {
    this.host = h('div', { class: `chart chart-${key}`, role: 'img' });
    this.host.style.height = height;
    this.resized = new ResizeObserver(() => this.chart?.resize());
    this.recolour = () => this.chart && this.paint();
    addEventListener('theme', this.recolour);
  }

  /** Shows what `option` makes, now and again when the colours change; `label` says it in words. */
  show(label, option, onClick) {
    this.host.setAttribute('aria-label', label);
    this.option = option;
    this.onClick = onClick;
    requestAnimationFrame(() => {
      if (!this.host.isConnected) return;
      if (!this.chart) this.open();
      this.paint();
    });
    return this.host;
  }

  open() {
    this.chart = window.echarts.init(this.host, null, { renderer: 'canvas' });
    this.resized.observe(this.host);
    this.chart.on('click', (click) => this.onClick?.(click));
  }

  paint() {
    this.chart.setOption({
      animation: !calm.matches, animationDuration: 250, animationDurationUpdate: 400,
      textStyle: { fontFamily: FONT, color: colour('ink') },
      ...this.option(),
    }, { notMerge: true });
  }

  picture() {
    return this.chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colour('surface') });
  }

  dispose() {
    removeEventListener('theme', this.recolour);
    this.resized.disconnect();
    this.chart?.dispose();
  }
}

export const tip = () => ({
  renderMode: 'richText', confine: true, backgroundColor: colour('ink'), borderWidth: 0, padding: [8, 10],
  textStyle: { color: colour('surface'), fontSize: 13, fontFamily: FONT },
});

export const axisText = () => ({ color: colour('ink-2'), fontSize: 12 });

/** The button that saves a chart as a picture named for what it shows. */
export const pictureButton = (chart, name) => h('button', {
  type: 'button', class: 'quiet', data: { key: `png-${name}` }, 'aria-label': t('download.png.of', { name }),
  onclick: () => h('a', { href: chart.picture(), download: `${name}.png` }).click(),
}, 'PNG');
