/** Kuroshio itself, as its command line runs it, on the workload's indicators. */
package org.kuroshio.bench.product;
