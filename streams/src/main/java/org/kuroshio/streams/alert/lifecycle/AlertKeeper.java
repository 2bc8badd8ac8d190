package org.kuroshio.streams.alert.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.lifecycle.AlertBook;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Command;

/**
 * Turns conditions, commands and the clock into transitions. The topic of alerts is all its state:
 * a transition and the input that it came from are committed together.
 */
final class AlertKeeper implements Processor<String, SpecificRecord, String, Alert> {
  private final Duration tick;
  private final PublishedAlerts published;
  private final Clock clock;
  private ProcessorContext<String, Alert> context;
  private AlertBook book;

  AlertKeeper(Duration tick, PublishedAlerts published, Clock clock) {
    this.tick = tick;
    this.published = published;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    this.context = context;
    this.book = new AlertBook();
    book.known(published.read());
    context.schedule(
        tick, PunctuationType.WALL_CLOCK_TIME, now -> publish(book.tick(clock.instant())));
  }

  @Override
  public void process(Record<String, SpecificRecord> input) {
    if (input.value() instanceof AlertCondition condition) {
      publish(book.condition(condition, clock.instant()));
    } else if (input.value() instanceof Command command) {
      publish(book.command(command, clock.instant()));
    }
  }

  private void publish(List<Alert> transitions) {
    for (Alert alert : transitions) {
      context.forward(
          new Record<>(Conditions.key(alert.getRule(), alert.getSubject()), alert, clock.millis()));
    }
  }
}
