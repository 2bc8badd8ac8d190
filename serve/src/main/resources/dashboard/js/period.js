/** Periods as the tables name them: `2021-07-14`, `2021-07`, `2021-Q3`, `2021`, `FY2007`, `TD`. */
const SHAPES = [
  ['TD', /^TD$/], ['FY', /^FY\d{4}$/], ['D', /^\d{4}-\d\d-\d\d$/], ['M', /^\d{4}-\d\d$/], ['Q', /^\d{4}-Q\d$/], ['CY', /^\d{4}$/],
];

export const TYPES = ['FY', 'CY', 'Q', 'M', 'D', 'TD'];

/** How many periods of a type a trend shows. */
const SPAN = { FY: 26, CY: 26, Q: 40, M: 60, D: 60, TD: 1 };

export const typeOf = (period) => SHAPES.find(([, shape]) => shape.test(period))?.[0];

const two = (n) => String(n).padStart(2, '0');

/** The period of a type that holds a day; the fiscal year begins at `startMonth` and is named by its start or its end. */
export function holding(type, day, { startMonth = 1, label = 'start' } = {}) {
  const [year, month] = day.split('-').map(Number);
  const begun = month >= startMonth ? year : year - 1;
  return {
    TD: 'TD', D: day, M: day.slice(0, 7), CY: String(year), Q: `${year}-Q${Math.ceil(month / 3)}`,
    FY: `FY${label === 'end' && startMonth > 1 ? begun + 1 : begun}`,
  }[type];
}

function before(period, count) {
  const type = typeOf(period);
  if (type === 'TD') return period;
  if (type === 'D') {
    return new Date(Date.parse(`${period}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
  }
  if (type === 'CY') return String(Number(period) - count);
  if (type === 'FY') return `FY${Number(period.slice(2)) - count}`;
  const perYear = type === 'M' ? 12 : 4;
  const [year, part] = period.split(type === 'M' ? '-' : '-Q').map(Number);
  const index = year * perYear + part - 1 - count;
  const rest = (index % perYear) + 1;
  return type === 'M' ? `${Math.floor(index / 12)}-${two(rest)}` : `${Math.floor(index / 4)}-Q${rest}`;
}

/** The periods of a trend that ends with `last`, oldest first. */
export const trail = (last) => {
  const span = SPAN[typeOf(last)];
  return Array.from({ length: span }, (unused, i) => before(last, span - 1 - i));
};
