package org.kuroshio.schemas.topic;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.frame.Frames;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.patent.PatentEvent;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.reference.ReferenceEvent;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.venture.VentureEvent;

/**
 * The topics of one installation. No topic name and no value serde is written anywhere else.
 * Immutable; its serdes are safe for many threads.
 */
public record Topics(
    Topic<ProgramEvent> programs,
    Topic<PatentEvent> patents,
    Topic<VentureEvent> ventures,
    Topic<ReferenceEvent> reference,
    Topic<SpecificRecord> baseSums,
    Topic<SpecificRecord> indicators,
    Topic<SpecificRecord> indicatorHistory,
    Topic<ProgramEvent> programmeStates,
    Topic<AlertCondition> alertConditions,
    Topic<Alert> alerts,
    Topic<Alert> alertHistory,
    Topic<Command> commands,
    Topic<Rejection> rejected,
    Topic<SourceStatus> sourceStatus) {

  public static Topics of(SchemaIds ids) {
    return of(ids, TopicSettings.DEFAULT);
  }

  public static Topics of(SchemaIds ids, TopicSettings settings) {
    Maker maker = new Maker(ids, settings);
    List<Class<? extends SpecificRecord>> cells = List.of(IndicatorValue.class, Cut.class);
    return new Topics(
        maker.events("innovation.programs", ProgramEvent.class),
        maker.events("innovation.patents", PatentEvent.class),
        maker.events("innovation.ventures", VentureEvent.class),
        maker.events("innovation.reference", ReferenceEvent.class),
        maker.mixed(
            "innovation.base-sums", Cleanup.COMPACT, List.of(BaseSum.class, BaseMarker.class)),
        maker.mixed("innovation.indicators", Cleanup.COMPACT, cells),
        maker.mixed("innovation.indicator-history", Cleanup.DELETE, cells),
        maker.single("innovation.programme-states", Cleanup.COMPACT, ProgramEvent.class),
        maker.single("innovation.alert-conditions", Cleanup.COMPACT, AlertCondition.class),
        maker.single("innovation.alerts", Cleanup.COMPACT, Alert.class),
        maker.single("innovation.alert-history", Cleanup.DELETE, Alert.class),
        maker.single("innovation.commands", Cleanup.DELETE, Command.class),
        maker.single("innovation.rejected", Cleanup.DELETE, Rejection.class),
        maker.single("innovation.source-status", Cleanup.COMPACT, SourceStatus.class));
  }

  /** The topics that are the source of truth: never compacted, kept for ever. */
  public List<Topic<? extends SpecificRecord>> events() {
    return List.of(programs, patents, ventures, reference);
  }

  public List<Topic<? extends SpecificRecord>> all() {
    return List.of(
        programs,
        patents,
        ventures,
        reference,
        baseSums,
        indicators,
        indicatorHistory,
        programmeStates,
        alertConditions,
        alerts,
        alertHistory,
        commands,
        rejected,
        sourceStatus);
  }

  private record Maker(SchemaIds ids, TopicSettings settings) {
    <V extends SpecificRecord> Topic<V> events(String name, Class<V> type) {
      return topic(name, settings.eventPartitions(), Cleanup.DELETE, List.of(type));
    }

    <V extends SpecificRecord> Topic<V> single(String name, Cleanup cleanup, Class<V> type) {
      return topic(name, 1, cleanup, List.of(type));
    }

    Topic<SpecificRecord> mixed(
        String name, Cleanup cleanup, List<Class<? extends SpecificRecord>> types) {
      return topic(name, 1, cleanup, types);
    }

    private <V extends SpecificRecord> Topic<V> topic(
        String name, int partitions, Cleanup cleanup, List<Class<? extends V>> types) {
      return new Topic<>(
          settings.prefix() + name,
          partitions,
          settings.replicationFactor(),
          cleanup,
          Retention.FOREVER,
          Frames.serde(ids, types),
          List.copyOf(types));
    }
  }
}
