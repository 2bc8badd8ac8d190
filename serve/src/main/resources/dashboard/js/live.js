import { streamAddress } from './api.js';

/** How long changes are gathered before the page shows them: of what is looked at, and of all the rest. */
const SHOWN_MILLIS = 100;
const REST_MILLIS = 2500;

/**
 * Follows the stream of cuts. The browser reconnects by itself and says how far it came, so that nothing is missed.
 * `onShown` is called soon after a cut changed a watched cell, `onRest` now and then after any cut.
 */
export class Live {
  constructor({ onCut, onShown, onRest, onState }) {
    this.told = { onCut, onState };
    this.shown = new Gathering(SHOWN_MILLIS, onShown);
    this.rest = new Gathering(REST_MILLIS, onRest);
  }

  /** Watches the cells of an indicator in a group; a second call with the same changes nothing. */
  watch(indicator, group) {
    const address = streamAddress({ indicator, group });
    if (address === this.address) return;
    this.source?.close();
    this.address = address;
    this.source = new EventSource(address);
    this.source.addEventListener('open', () => this.told.onState('live'));
    this.source.addEventListener('error', () => this.told.onState(this.source.readyState === EventSource.CLOSED ? 'closed' : 'lost'));
    this.source.addEventListener('cut', ({ data }) => this.took(JSON.parse(data)));
    this.source.addEventListener('reset', () => this.shown.ring());
  }

  took(cut) {
    this.told.onState('live');
    this.told.onCut(cut);
    if (cut.values.length) this.shown.ring();
    this.rest.ring();
  }
}

/** Answers many rings by one call, a while after the first of them, and never by two calls at a time. */
class Gathering {
  constructor(millis, call) {
    this.millis = millis;
    this.call = call;
  }

  ring() {
    this.again = true;
    this.waiting ??= setTimeout(() => this.answer(), this.millis);
  }

  async answer() {
    this.again = false;
    await this.call();
    this.waiting = this.again ? setTimeout(() => this.answer(), this.millis) : undefined;
  }
}
