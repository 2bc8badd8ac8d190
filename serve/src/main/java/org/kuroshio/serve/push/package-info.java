/**
 * Server-sent events: one for each cut, to any number of readers, each with its own filter. Nobody
 * waits for a slow reader.
 */
package org.kuroshio.serve.push;
