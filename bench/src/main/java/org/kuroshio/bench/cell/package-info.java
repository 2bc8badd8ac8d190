/**
 * What the tables of the workload must be: each cell as a whole number (fractional counts in
 * sixtieths, which every number of parties here divides), computed once over all entities.
 */
package org.kuroshio.bench.cell;
