/** Processes that a run starts, watches and ends. */
package org.kuroshio.bench.child;
