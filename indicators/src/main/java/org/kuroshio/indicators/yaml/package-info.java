/**
 * YAML documents whose every value knows its file and line, so that a mistake in a definition is
 * reported where it stands.
 */
package org.kuroshio.indicators.yaml;
