/**
 * Ranks as the tables give them (1224, ties shared, unknown regions and rows without a number never ranked). Two values tie where
 * their exact forms are equal, not where their printed ones are.
 *
 * @param rows rows of regions, of one indicator and period
 * @param polarity -1 where less is better
 * @returns the rows in order, each with `place` (null where not ranked) and `tied`
 */
export function ranked(rows, polarity) {
  const sign = polarity < 0 ? -1 : 1;
  const counted = rows.filter(({ value }) => value !== null).sort((a, b) => sign * (b.value - a.value) || a.region.localeCompare(b.region));
  const same = (a, b) => (a.exact && b.exact ? a.exact === b.exact : a.value === b.value);
  const places = [];
  counted.forEach((row, i) => places.push(i > 0 && same(row, counted[i - 1]) ? places[i - 1] : i + 1));
  return [
    ...counted.map((row, i) => ({ ...row, place: places[i], tied: places.filter((place) => place === places[i]).length > 1 })),
    ...rows.filter(({ value }) => value === null).map((row) => ({ ...row, place: null, tied: false })),
  ];
}
