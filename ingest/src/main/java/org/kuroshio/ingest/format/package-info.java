/**
 * From a file's bytes to records, one at a time at constant memory: CSV, JSON and XML as JSON trees
 * with position and SHA-256.
 */
package org.kuroshio.ingest.format;
