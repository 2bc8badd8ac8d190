export const LANGUAGES = { en: 'English', ja: '日本語', zh: '中文' };

let language = 'en';
let words = {};
let fallback = {};

const dictionary = (code) => fetch(new URL(`../i18n/${code}.json`, import.meta.url)).then((answer) => answer.json());

/** Loads the words of a language; what it lacks is said in English. */
export async function speak(code) {
  language = code in LANGUAGES ? code : 'en';
  [words, fallback] = await Promise.all([dictionary(language), dictionary('en')]);
  document.documentElement.lang = { en: 'en', ja: 'ja', zh: 'zh-Hans' }[language];
  for (const element of document.querySelectorAll('[data-i18n]')) element.textContent = t(element.dataset.i18n);
}

export const spoken = () => language;
export const locale = () => ({ en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' })[language];

/** The reader's own first language that the page speaks. */
export function preferred() {
  return (navigator.languages ?? []).map((code) => code.slice(0, 2)).find((code) => code in LANGUAGES) ?? 'en';
}

/** `t('feed.rows', { count: 3 })` fills `{count}`; a key that nobody translated shows itself. */
export function t(key, values = {}) {
  const text = words[key] ?? fallback[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const has = (key) => key in words || key in fallback;
