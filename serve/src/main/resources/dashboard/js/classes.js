/**
 * Up to six classes of about equally many regions for a map, with round limits where there are any: counts of regions are so
 * skewed that equal steps would show one dark region on a pale country.
 *
 * @returns ascending upper limits; a value belongs to the first class whose limit it does not exceed
 */
export function limits(values, most = 6) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  const cuts = Array.from({ length: most - 1 }, (unused, i) => {
    const at = Math.floor(((i + 1) * sorted.length) / most);
    return between(sorted[at - 1], sorted[at]);
  });
  return [...new Set(cuts), sorted.at(-1)];
}

/** The shortest decimal that separates two values: not below the lower, below the upper. */
function between(low, high) {
  for (let step = 10 ** Math.ceil(Math.log10(high || 1)); step > 1e-9; step /= 10) {
    const rounded = Number((Math.ceil(low / step) * step).toPrecision(12));
    if (rounded >= low && rounded < high) return rounded;
  }
  return low;
}

export const classOf = (value, upper) => upper.findIndex((limit) => value <= limit);
