/**
 * Source definitions: one sealed type per noun, one record per variant, read from YAML and checked
 * before anything is read or written.
 */
package org.kuroshio.ingest.source;
