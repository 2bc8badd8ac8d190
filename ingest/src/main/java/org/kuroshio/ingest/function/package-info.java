/**
 * The functions that mappings have besides JSLT's own. A value that can't be right rejects its
 * record, with a reason that can be counted.
 */
package org.kuroshio.ingest.function;
