package org.kuroshio.serve.table;

import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;

/** Folds the tables' topic, or their history, into memory. Starts no streams. */
public final class TablesReader {
  private final KafkaClient client;
  private final Topics topics;
  private final Pulse pulse;

  /** For the broker of a data directory. */
  public TablesReader(String bootstrapServers, Pulse pulse) {
    this(KafkaClient.of(Cluster.open(bootstrapServers)), Topics.of(new BundledIds()), pulse);
  }

  public TablesReader(KafkaClient client, Topics topics, Pulse pulse) {
    this.client = client;
    this.topics = topics;
    this.pulse = pulse;
  }

  /**
   * @throws UnansweredException if there are no tables yet
   */
  public IndicatorTable latest() {
    IndicatorTable table = new IndicatorTable();
    read(
        topics.indicators(),
        (key, value) -> {
          apply(table, key, value);
          return true;
        });
    if (table.cut().isEmpty()) {
      throw new UnansweredException(
          UnansweredException.Why.NO_TABLES,
          "there are no tables yet: load a source first (kuroshio load SOURCE)");
    }
    return table;
  }

  /**
   * @throws UnansweredException if there is no such cut; it names the first and the last
   */
  public IndicatorTable asOf(AsOf asOf) {
    Past past = new Past(asOf);
    read(topics.indicatorHistory(), past);
    return past.table();
  }

  private void read(Topic<SpecificRecord> topic, TopicScan.Records<SpecificRecord> records) {
    try (TopicScan<SpecificRecord> scan = TopicScan.of(client, topic, pulse)) {
      if (scan.exists()) {
        scan.read(0, records);
      }
    }
  }

  private static void apply(IndicatorTable table, String key, SpecificRecord value) {
    if (value instanceof Cut cut) {
      table.apply(cut);
    } else {
      table.apply(key, (IndicatorValue) value);
    }
  }

  /** Applies cut by cut until the one that was asked for. */
  private static final class Past implements TopicScan.Records<SpecificRecord> {
    private final AsOf asOf;
    private final IndicatorTable table = new IndicatorTable();
    private Cut first;
    private Cut last;
    private boolean found;

    Past(AsOf asOf) {
      this.asOf = asOf;
    }

    @Override
    public boolean take(String key, SpecificRecord value) {
      if (!(value instanceof Cut cut)) {
        apply(table, key, value);
        return true;
      }
      first = first == null ? cut : first;
      last = cut;
      if (asOf.isBefore(cut)) {
        return false;
      }
      table.apply(cut);
      found = asOf.is(cut);
      return !found;
    }

    IndicatorTable table() {
      boolean answered = asOf instanceof AsOf.Id ? found : table.cut().isPresent();
      if (!answered) {
        throw new UnansweredException(
            UnansweredException.Why.NO_SUCH_CUT, "there is no " + asOf + known());
      }
      return table;
    }

    private String known() {
      return first == null
          ? ": there are no tables yet, load a source first"
          : "; the first is %s of %s, the last that was read %s of %s"
              .formatted(first.getCut(), first.getAt(), last.getCut(), last.getAt());
    }
  }
}
