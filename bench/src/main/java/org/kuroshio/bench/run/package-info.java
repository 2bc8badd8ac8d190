/** Runs the systems one after the other and tells what was measured. */
package org.kuroshio.bench.run;
