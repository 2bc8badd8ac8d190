import { spoken } from './i18n.js';

/** A problem document of the API (RFC 9457), or what stands for one when nobody answered. */
export class Problem extends Error {
  constructor({ title, detail, status }) {
    super(detail ?? title);
    this.title = title;
    this.status = status;
  }
}

const ROOT = 'api/v1';

function address(path, query) {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(key, value);
  }
  const text = asked.toString();
  return `${ROOT}/${path}${text ? `?${text}` : ''}`;
}

async function answer(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { 'Accept-Language': spoken(), ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem({ title: 'unreachable', status: 0 });
  }
  if (response.ok) return response.status === 204 ? null : response.json();
  throw new Problem({ status: response.status, ...(await response.json().catch(() => ({ title: response.statusText }))) });
}

export const get = (path, query = {}) => answer(address(path, query));

/** As many rows as the API gives at once. */
const PAGE = 10_000;

/** Every row of a question to the tables, all of one cut, however many answers they come in. */
export async function values(query) {
  const whole = await get('values', { limit: PAGE, ...query });
  for (let { next } = whole; next;) {
    const more = await answer(next.replace(/^\//, ''));
    whole.values.push(...more.values);
    ({ next } = more);
  }
  return whole;
}

export const post = (path, body) => answer(address(path, {}), {
  method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
});

/** Where the same answer can be fetched as a file. */
export const downloadAddress = (path, query) => address(path, { ...query, lang: spoken() });

export const streamAddress = (query) => address('stream', query);
