import * as overview from './overview.js';
import * as trend from './trend.js';
import * as composition from './composition.js';
import * as changes from './changes.js';
import * as milestones from './milestones.js';
import * as alerts from './alerts.js';
import * as quality from './quality.js';
import * as sources from './sources.js';

/** Each view: its title, the choices that it obeys, its parts in reading order. */
export const VIEWS = { overview, trend, composition, changes, milestones, alerts, quality, sources };
