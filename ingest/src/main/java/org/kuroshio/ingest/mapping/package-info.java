/**
 * From a record to entities: compiled JSLT, the envelope keys in its result, and the templates
 * around it.
 */
package org.kuroshio.ingest.mapping;
