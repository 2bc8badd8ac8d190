/**
 * Codes of publishers to region codes of events. What is not given stays unknown and is counted; a
 * code that does not exist is an error.
 */
package org.kuroshio.ingest.region;
