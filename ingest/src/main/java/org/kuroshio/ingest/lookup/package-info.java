/** Side files of an input, as tables that a mapping can ask. */
package org.kuroshio.ingest.lookup;
