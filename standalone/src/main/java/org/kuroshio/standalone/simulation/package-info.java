/**
 * A clearly labelled simulation (source `simulation`, quality SIMULATED) that keeps facts flowing
 * from FY2008 on, so that there is something to watch. The same seed gives the same events, however
 * fast they are sent and however often the sending was interrupted.
 */
package org.kuroshio.standalone.simulation;
