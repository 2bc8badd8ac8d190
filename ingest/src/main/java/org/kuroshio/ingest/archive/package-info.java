/**
 * Files and what is inside them: one pull cursor over the contents of a plain, gzipped, zipped or
 * tarred file, with bounds against archives made to do harm.
 */
package org.kuroshio.ingest.archive;
