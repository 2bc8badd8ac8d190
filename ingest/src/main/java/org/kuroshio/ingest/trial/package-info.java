/** Trying a source without Kafka: what is wrong with its definition, and what it would publish. */
package org.kuroshio.ingest.trial;
