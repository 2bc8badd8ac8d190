/** Kafka Streams as its textbooks use it. */
package org.kuroshio.bench.textbook;
