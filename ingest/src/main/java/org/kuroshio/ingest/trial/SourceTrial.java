package org.kuroshio.ingest.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kuroshio.ingest.engine.KnownContents;
import org.kuroshio.ingest.engine.ReadWatch;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.lookup.LookupTables;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * Reads a source's first records and shows the events they become. Touches neither Kafka nor any
 * stored position.
 */
public final class SourceTrial {
  private final SourceDefinition source;
  private final TrialText text;
  private final Consumer<String> notices;

  /**
   * @param events gets one line of JSON for each event
   * @param notices gets one line for each rejected record and each file that is skipped
   */
  public SourceTrial(SourceDefinition source, Consumer<String> events, Consumer<String> notices) {
    this.source = source;
    this.text = new TrialText(events, notices);
    this.notices = notices;
  }

  /**
   * @param inputs empty for the data that the source ships
   * @param limit how many records, published or rejected, are shown
   * @throws org.kuroshio.schemas.yaml.DefinitionException if a mapping is wrong
   * @throws org.kuroshio.ingest.file.InputException if the input is not there
   */
  public TrialReport run(List<String> inputs, long limit) {
    Watch watch = new Watch(notices);
    boolean complete = false;
    try (SourceInput input = SourceInput.open(source, inputs);
        SourceRun run = run(input, watch)) {
      while (text.shown() < limit && !complete) {
        Optional<Step> step = run.next();
        complete = step.isEmpty();
        step.ifPresent(text::show);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrialReport(watch.read, text.published(), watch.ignored, text.rejected(), complete);
  }

  private SourceRun run(SourceInput input, ReadWatch watch) {
    return new SourceRun(
        CompiledSource.of(source, RegionTally.NONE),
        LookupTables.read(source.lookups(), input.files()),
        input.files(),
        new KnownContents(KnownContents.Store.NONE),
        watch,
        Clock.systemUTC(),
        new StopSignal());
  }

  private static final class Watch implements ReadWatch {
    private final Consumer<String> notices;
    private long read;
    private long ignored;

    Watch(Consumer<String> notices) {
      this.notices = notices;
    }

    @Override
    public void bytes(long bytes) {}

    @Override
    public void known(long records) {
      read += records;
    }

    @Override
    public void read() {
      read++;
    }

    @Override
    public void ignored() {
      ignored++;
    }

    @Override
    public void skipped(String uri) {
      notices.accept("skipped " + uri + ": matches no pattern of the source");
    }

    @Override
    public void fileDone() {}
  }
}
