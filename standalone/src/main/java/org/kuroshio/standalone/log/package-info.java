/**
 * Where log lines go: warnings of our own to standard error, everything to a rolling file in the
 * data directory once there is one.
 */
package org.kuroshio.standalone.log;
