import { values } from '../api.js';
import { typeOf, TYPES, trail } from '../period.js';

/**
 * What a view shows, with all that the address leaves open settled: the period behind `latest`, the unit where a cell comes in
 * several currencies, the trend of the group's own row.
 */
export async function settle(state, catalogue, asOf) {
  const indicator = catalogue.indicator(state.indicator) ?? catalogue.indicators[0];
  const place = catalogue.place(state.group) ?? catalogue.place(catalogue.countries[0].code);
  const group = place.code;
  const type = state.period === 'latest' || !indicator.periods.includes(typeOf(state.period))
    ? TYPES.find((one) => indicator.periods.includes(one))
    : typeOf(state.period);
  const periods = trail(catalogue.period(type, asOf, group));
  const series = await values({
    indicator: indicator.id, group, region: group, from: periods[0], to: periods.at(-1), breakdown: state.breakdown, as_of: state.cut,
  });
  const units = [...new Set(series.values.map(({ unit }) => unit))];
  const unit = units.includes(state.unit) ? state.unit : units[0] ?? indicator.unit;
  const row = series.values.filter((cell) => cell.unit === unit && !cell.period.startsWith('unallocated:'));
  const newest = [...row].reverse().find(({ value }) => value !== null)?.period;
  const period = state.period === 'latest' || typeOf(state.period) !== type ? newest ?? indicator.latest[type] ?? periods.at(-1) : state.period;
  return { ...state, asked: state.period, indicator, place, group, type, periods, period, units, unit, row, catalogue, cutShown: series.cut, asOf: series.asOf,
    shows: [indicator.id, group, period, unit, state.region, state.regions, state.breakdown, state.cut, state.from, state.to] };
}

/** The rows of one period in the table of the group: its leaves, what is unknown or unallocated, itself. */
export async function table({ indicator, group, period, unit, breakdown, cut }) {
  const answer = await values({ indicator: indicator.id, group, period, breakdown, as_of: cut });
  return answer.values.filter((cell) => cell.unit === unit);
}

export const isMember = ({ place }, { region }) => place.members.includes(region);
