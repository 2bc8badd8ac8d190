/**
 * The wire format: Confluent's frame (a zero byte, a 4-byte schema id, Avro binary) with ids from a
 * registry or from the schemas in this jar. Kafka's serialisers and the reader of projections are
 * here.
 */
package org.kuroshio.schemas.frame;
