import { h } from './dom.js';
import { t } from './i18n.js';
import { instant, plain } from './format.js';

/** The records that a number is counted from, with where each was read. */
export function entities({ count, shown }, catalogue, onMore) {
  return h('section', {},
    h('h3', {}, t('explain.entities', { count: plain(count, 0) })),
    h('ol', { class: 'entities' }, shown.map((entity) => one(entity))),
    count > shown.length && h('button', { type: 'button', class: 'more', data: { key: 'more' }, onclick: onMore }, t('explain.more', { count: plain(count - shown.length, 0) })));
}

function one(entity) {
  const times = entity.standsFor > 1 && t('entity.standsfor', { count: plain(entity.standsFor, 0) });
  return h('li', {},
    h('div', { class: 'entity-head' }, h('code', { class: 'entity-id' }, entity.entityId), h('span', { class: 'adds' }, t('entity.adds', { amount: entity.adds }))),
    h('p', {}, [entity.record, times, entity.names, entity.due && `${entity.due} → ${entity.ended} (${entity.days})`].filter(Boolean).join(' · ')),
    entity.reason && h('p', { class: 'reason' }, t('entity.reason', { reason: entity.reason })),
    h('p', { class: 'source' }, source(entity)),
    entity.quality?.length > 0 && h('p', { class: 'tags' }, entity.quality.map((word) => h('span', { class: 'tag' }, has(word)))));
}

const has = (word) => t(`quality.${word}`).replace(/^quality\./, '');

function source({ source: name, uri, position, version, publishedAt, sha256, topic, partition, offset }) {
  const web = /^https?:\/\//.test(uri ?? '');
  return [
    h('span', {}, t('entity.source', { source: name, version })), ' · ',
    web ? h('a', { href: uri, rel: 'noreferrer noopener', target: '_blank' }, uri) : h('span', {}, uri ?? ''), position ? `, ${position}` : '',
    ' · ', publishedAt ? t('entity.published', { at: instant(publishedAt) }) : '',
    h('span', { class: 'fine' }, ` ${topic}/${partition}@${offset}${sha256 ? ` · sha256 ${sha256.slice(0, 12)}…` : ''}`),
  ];
}
