/** What is done about an answer that is not what was asked for: ignore, skip, retry or fail. */
package org.kuroshio.ingest.failure;
