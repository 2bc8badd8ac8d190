/**
 * YAML as a tree that remembers its lines, so that every error in a definition can say where it
 * stands and what would be right: catalogues, region packs, sources and settings are read with it.
 */
package org.kuroshio.schemas.yaml;
