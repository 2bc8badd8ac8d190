package org.kuroshio.ingest.live;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.kuroshio.ingest.answer.BodyValues;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.engine.DownloadReading;
import org.kuroshio.ingest.engine.PageReading;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.failure.ErrorPolicy;
import org.kuroshio.ingest.failure.RetryPause;
import org.kuroshio.ingest.format.ReadLimits;
import org.kuroshio.ingest.format.RecordReaders;
import org.kuroshio.ingest.http.PatientClient;
import org.kuroshio.ingest.http.Redaction;
import org.kuroshio.ingest.mapping.CompiledPart;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.memory.RecordMemory;
import org.kuroshio.ingest.progress.UnitProgress;
import org.kuroshio.ingest.request.RequestValues;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.Fetch;
import org.kuroshio.ingest.source.HttpTransport;

/** One unit ready to be read. */
public final class LiveUnit implements Closeable {
  private final UnitProgress progress;
  private final PatientClient client;
  private final UnitReading reading;

  /** What all units of a task share. */
  public record Task(
      CompiledSource source,
      SettingValues settings,
      RequestBudget budget,
      DayQuota quota,
      Clock clock,
      StopSignal stop) {}

  private LiveUnit(UnitProgress progress, PatientClient client, UnitReading reading) {
    this.progress = progress;
    this.client = client;
    this.reading = reading;
  }

  /**
   * @param position where its last reading stood
   * @param memory what it published lately
   * @param random for the pauses between tries
   */
  public static LiveUnit of(
      Task task,
      Unit unit,
      UnitPosition position,
      RecordMemory memory,
      UnitProgress progress,
      UnitSink sink,
      RandomGenerator random) {
    CompiledPart part = task.source().parts().get(unit.part());
    Fetch fetch = part.part().fetch().orElseThrow();
    RecordReaders readers = new RecordReaders(ReadLimits.USUAL);
    RetryPause backoff = new RetryPause(random);
    PatientClient client =
        new PatientClient(
            ((HttpTransport) task.source().definition().transport()).server(),
            task.budget(),
            task.quota(),
            new Redaction(task.settings().secrets()),
            backoff,
            progress,
            task.clock());
    BodyValues bodies =
        readers.values(fetch.detail().map(detail -> detail.items()).orElse(part.part().format()));
    UnitTools tools =
        new UnitTools(
            unit,
            task.source(),
            part,
            client,
            new ErrorPolicy(fetch.errors()),
            bodies,
            new PageReading(task.source(), readers, task.clock()),
            new DownloadReading(task.source(), readers, task.clock(), task.stop()),
            fetch
                .detail()
                .map(detail -> new ItemReading(detail.items(), readers, part.personal()))
                .orElse(null),
            memory,
            progress,
            backoff);
    RequestValues values = RequestValues.of(task.settings());
    return new LiveUnit(
        progress, client, new UnitReading(tools, values, position, sink, task.clock()));
  }

  UnitReading reading() {
    return reading;
  }

  UnitProgress progress() {
    return progress;
  }

  /** Ends a request under way; by any thread, behind the stop signal. */
  public void cancel() {
    client.cancel();
  }

  @Override
  public void close() throws IOException {
    client.close();
    progress.close();
  }
}
