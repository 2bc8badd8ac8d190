/** How long after it was published an event is in the tables, at a steady rate. */
package org.kuroshio.bench.latency;
