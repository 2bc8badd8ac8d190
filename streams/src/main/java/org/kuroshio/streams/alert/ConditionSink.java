package org.kuroshio.streams.alert;

import java.time.Clock;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.schemas.table.AlertCondition;

/** Sends on what is new among the conditions of a detector. */
public final class ConditionSink {
  private final ProcessorContext<String, AlertCondition> context;
  private final Clock clock;

  public ConditionSink(ProcessorContext<String, AlertCondition> context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  public void drain(Conditions conditions) {
    for (AlertCondition condition : conditions.drain()) {
      context.forward(
          new Record<>(
              Conditions.key(condition.getRule(), condition.getSubject()),
              condition,
              clock.millis()));
    }
  }
}
