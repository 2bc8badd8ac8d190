/** Drops what a source declares as personal, before anything else sees a record. */
package org.kuroshio.ingest.personal;
