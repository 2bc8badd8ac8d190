package org.kuroshio.bench.flink;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kuroshio.bench.peer.Job;

/**
 * The tables as a DataStream job: keyed by entity, changes added up locally, keyed by cell, and an
 * exactly-once sink.
 */
public final class DataStreamJob {
  private DataStreamJob() {}

  public static void main(String[] args) throws Exception {
    Job job = Job.of(args);
    StreamExecutionEnvironment environment = Environment.of(job);
    environment
        .fromSource(Environment.events(job), WatermarkStrategy.noWatermarks(), "read-events")
        .keyBy(event -> event.f0, Types.STRING)
        .process(new LatestVersion())
        .returns(Types.TUPLE(Types.STRING, Types.LONG))
        .name("keep-latest-version")
        .transform("add-up-locally", Types.TUPLE(Types.STRING, Types.LONG), new LocalSums())
        .keyBy(change -> change.f0, Types.STRING)
        .map(new CellSums())
        .returns(Types.TUPLE(Types.STRING, Types.LONG))
        .name("add-up-cells")
        .sinkTo(sink(job))
        .name("publish-cells");
    environment.execute("datastream");
  }

  private static KafkaSink<Tuple2<String, Long>> sink(Job job) {
    Properties producer = new Properties();
    producer.setProperty("transaction.timeout.ms", "60000");
    producer.setProperty("compression.type", "lz4");
    producer.setProperty("batch.size", Integer.toString(256 << 10));
    producer.setProperty("linger.ms", "20");
    return KafkaSink.<Tuple2<String, Long>>builder()
        .setBootstrapServers(job.bootstrapServers())
        .setKafkaProducerConfig(producer)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(job.output() + "flink")
        .setRecordSerializer(new CellRecords(job.cellsTopic()))
        .build();
  }
}
