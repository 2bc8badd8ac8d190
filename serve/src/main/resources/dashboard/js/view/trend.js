import { trendAlone, trendTable } from './trendpart.js';

export { title } from './overview.js';
export const obeys = ['facet', 'indicator', 'group', 'type', 'unit'];
export const parts = [trendAlone, trendTable];
