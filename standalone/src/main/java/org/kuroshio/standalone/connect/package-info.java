/**
 * Kafka Connect inside this process: the worker without its HTTP interface, and positions in the
 * sources kept in a file that a crash cannot tear.
 */
package org.kuroshio.standalone.connect;
