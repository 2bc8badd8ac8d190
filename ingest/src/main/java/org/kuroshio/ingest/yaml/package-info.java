/**
 * YAML as a tree that remembers its lines, so that every error in a definition can say where it
 * stands and what would be right.
 */
package org.kuroshio.ingest.yaml;
