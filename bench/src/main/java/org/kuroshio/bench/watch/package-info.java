/** Reads what a system publishes, as any reader would, and says when it is complete and right. */
package org.kuroshio.bench.watch;
