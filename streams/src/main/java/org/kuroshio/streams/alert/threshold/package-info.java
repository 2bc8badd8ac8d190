/** The tables, the sources and the rejected records to conditions. */
package org.kuroshio.streams.alert.threshold;
