/** How often a publisher may be asked, over all tasks of a source. */
package org.kuroshio.ingest.budget;
