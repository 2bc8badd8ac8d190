package org.kuroshio.bench.textbook;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.kuroshio.bench.peer.FirstFetch;
import org.kuroshio.bench.peer.Job;

/** Runs the textbook topology until the process is ended. */
public final class Textbook {
  private Textbook() {}

  public static void main(String[] args) throws InterruptedException {
    Job job = Job.of(args);
    KafkaStreams streams =
        new KafkaStreams(new TextbookTopology(job).get(), new StreamsConfig(settings(job)));
    CountDownLatch failed = new CountDownLatch(1);
    streams.setUncaughtExceptionHandler(
        fault -> {
          fault.printStackTrace();
          failed.countDown();
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    failed.await();
    System.exit(1);
  }

  /**
   * Exactly-once as for Kuroshio. A commit interval of a second and a large cache are what is
   * recommended for throughput; the default of 100 ms was slower.
   */
  private static Map<String, Object> settings(Job job) {
    Map<String, Object> all = new HashMap<>();
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, job.output() + "textbook");
    all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrapServers());
    all.put(StreamsConfig.STATE_DIR_CONFIG, job.directory().resolve("textbook").toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, job.threads());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 256L << 20);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    all.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
        FirstFetch.class.getName());
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
    return all;
  }
}
