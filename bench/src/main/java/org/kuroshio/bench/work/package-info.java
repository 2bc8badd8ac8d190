/** The workload: which events there are, in which order, and which indicators are asked of them. */
package org.kuroshio.bench.work;
