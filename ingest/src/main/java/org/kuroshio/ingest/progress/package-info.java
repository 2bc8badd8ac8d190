/** How far a load is, for whoever waits for it in the same process, and the same as meters. */
package org.kuroshio.ingest.progress;
