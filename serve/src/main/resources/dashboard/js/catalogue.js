import { get } from './api.js';
import { holding } from './period.js';

/** The definitions and the regions, as the API names them in the reader's language. */
export class Catalogue {
  constructor(indicators, countries) {
    this.indicators = indicators;
    this.countries = countries;
    this.byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    this.places = new Map();
    for (const country of countries) {
      this.places.set(country.code, { code: country.code, name: country.name, country, members: country.leaves.map(({ code }) => code), whole: true });
      for (const { code, name } of [...country.leaves, country.unknown]) this.places.set(code, { code, name, country, members: [] });
      for (const { code, name, leaves } of country.groups) this.places.set(code, { code, name, country, members: leaves });
    }
  }

  static async load() {
    const [{ indicators }, { countries }] = await Promise.all([get('indicators'), get('regions')]);
    return new Catalogue(indicators.filter(({ lifecycle }) => lifecycle !== 'draft'), countries);
  }

  indicator(id) {
    return this.byId.get(id);
  }

  title(id) {
    return this.byId.get(id)?.title ?? id;
  }

  place(code) {
    return this.places.get(code);
  }

  name(code) {
    return this.places.get(code)?.name ?? code;
  }

  /** The definitions of a region that can stand for each other: the country's groups, largest first, then the country. */
  definitionsBeside(code) {
    const { country } = this.place(code);
    const groups = country.groups.map((group) => this.place(group.code)).sort((a, b) => b.members.length - a.members.length);
    return [...groups, this.place(country.code)];
  }

  period(type, day, code) {
    return holding(type, day, this.place(code)?.country.fiscalYear);
  }

  /** The indicator that is this one's part of a whole (`country` or `group`), if the catalogue has one for such periods. */
  shareOf({ id }, whole, type) {
    return this.indicators.find((share) => share.kind === 'share' && share.whole === whole && share.inputs[0] === id && share.periods.includes(type));
  }
}
