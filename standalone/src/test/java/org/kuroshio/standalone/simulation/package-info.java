/** The simulated world as others see it: its events. */
package org.kuroshio.standalone.simulation;
