/** Events and rejections as the bytes that Kafka keeps: topic, key, framed value, time. */
package org.kuroshio.ingest.message;
