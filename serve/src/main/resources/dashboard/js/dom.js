/**
 * Makes elements. Text only ever becomes a text node, so that a label with markup shows as text.
 * Styles are set property by property, as the page's Content-Security-Policy forbids style attributes.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'style') for (const [key, of] of Object.entries(value)) element.style.setProperty(key, of);
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A table with a caption for screen readers; a head cell may be text or an element, `numeric` marks columns of numbers. */
export function table({ caption, head, rows, numeric = [], ...properties }) {
  const side = (i) => (numeric.includes(i) ? 'number' : undefined);
  return h('div', { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', properties,
      h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, head.map((cell, i) => h('th', { scope: 'col', class: side(i) }, cell)))),
      h('tbody', {}, rows.map(({ cells, ...row }) => h('tr', row, cells.map((cell, i) => (i === 0
        ? h('th', { scope: 'row', class: side(i) }, cell)
        : h('td', { class: side(i) }, cell))))))));
}
