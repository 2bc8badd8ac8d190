/**
 * The parts of an installation that run until they are closed, and how any number of them is
 * started in order, watched, and closed in reverse.
 */
package org.kuroshio.standalone.role;
