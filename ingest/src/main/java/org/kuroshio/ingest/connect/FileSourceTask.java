package org.kuroshio.ingest.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.kuroshio.ingest.engine.KnownContents;
import org.kuroshio.ingest.engine.ReadPosition;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.lookup.LookupTables;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.progress.TaskProgress;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;

/** Hands the engine's steps to Connect, and Connect's acknowledgements to the progress. */
public final class FileSourceTask extends SourceTask {
  /**
   * How long a poll with nothing to say waits: an idle task costs nothing, and a stop waits for no
   * more than this.
   */
  private static final Duration IDLE = Duration.ofMillis(250);

  /** The same while what was read is on its way, which does not take long. */
  private static final Duration ARRIVING = Duration.ofMillis(20);

  private final StopSignal stop = new StopSignal();
  private SourceInput input;
  private ReadAhead<List<SourceRecord>> ahead;
  private TaskProgress progress;
  private FileStatus status;
  private boolean readToEnd;

  @Override
  public void start(Map<String, String> properties) {
    FileSourceTaskConfig config = new FileSourceTaskConfig(properties);
    FileSourceConfig settings = config.settings();
    SourceDefinition definition = SourceDefinitions.find(settings.source());
    progress = LoadProgress.of(settings.run()).start(config.index(), definition.name());
    input = SourceInput.open(definition, settings.input());
    Map<String, JsonNode> lookups = LookupTables.read(definition.lookups(), input.files());
    List<InputFile> share = config.share(input.files());
    progress.found(share.size(), share.stream().mapToLong(InputFile::sizeBytes).sum());
    KnownContents known =
        new KnownContents(
            settings.rereads() ? KnownContents.Store.NONE : c -> stored(definition.name(), c));
    CompiledSource source = CompiledSource.of(definition, progress);
    Messages messages = new Messages(settings.schemaIds(), settings.topicPrefix());
    status =
        new FileStatus(definition.name(), config.slice(), progress, messages, Clock.systemUTC());
    ahead =
        new ReadAhead<>(
            "kuroshio-read-" + definition.name() + "-" + config.index(),
            new FileBatches(
                new SourceRun(source, lookups, share, known, progress, Clock.systemUTC(), stop),
                new RecordBatch(definition.name(), new Framing(messages, stop)),
                settings.batchRecords(),
                stop),
            stop);
    ahead.start();
  }

  private Map<String, ReadPosition> stored(String source, Collection<String> contents) {
    Map<String, ReadPosition> positions = new HashMap<>();
    List<Map<String, String>> partitions =
        contents.stream().map(content -> new ContentPartition(source, content).toMap()).toList();
    context
        .offsetStorageReader()
        .offsets(partitions)
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                positions.put(partition.get("content"), ReadPosition.fromMap(offset));
              }
            });
    return positions;
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    if (readToEnd) {
      stop.await(IDLE);
      return null;
    }
    Duration longest = ahead.isDone() ? ARRIVING : IDLE;
    List<SourceRecord> records = new ArrayList<>(ahead.next(longest).orElse(List.of()));
    boolean allRead = ahead.isDone() && !stop.isStopped();
    said(records.isEmpty(), allRead).ifPresent(records::add);
    progress.sent(records.size());
    if (allRead && records.isEmpty() && progress.hasArrived()) {
      readToEnd = true;
      progress.readToEnd();
    }
    return records.isEmpty() ? null : records;
  }

  /**
   * How it is doing, where that is to be said now.
   *
   * @throws ConnectException if reading failed, and that was said
   */
  private Optional<SourceRecord> said(boolean nothingRead, boolean allRead) {
    Optional<Throwable> failure = nothingRead ? ahead.failure() : Optional.empty();
    if (failure.isPresent()) {
      String why = "reading failed: " + failure.get().getMessage();
      Optional<SourceRecord> lastWord = status.failed(why);
      if (lastWord.isEmpty()) {
        throw new ConnectException(why, failure.get());
      }
      return lastWord;
    }
    if (!allRead) {
      return status.reading();
    }
    return nothingRead && progress.hasArrived() ? status.done() : Optional.empty();
  }

  /** Called on a thread of the producer's. */
  @Override
  public void commitRecord(SourceRecord record, RecordMetadata metadata) {
    if (!(record instanceof IngestRecord ours)) {
      return;
    }
    ours.ended().ifPresent(this::count);
    if (metadata == null) {
      progress.dropped();
    } else {
      progress.acknowledged(metadata.topic(), metadata.partition(), metadata.offset());
    }
  }

  private void count(Step step) {
    if (step.kind() == Step.Kind.PUBLISHED) {
      progress.published();
      status.published(step.events().get(step.events().size() - 1).publishedAt());
    }
    step.rejection().ifPresent(rejection -> progress.rejected(rejection.getReason()));
  }

  /** Called once, on the polling thread or another, also when the start failed half-way. */
  @Override
  public void stop() {
    stop.stop();
    try {
      if (ahead != null) {
        ahead.join();
      }
      if (input != null) {
        input.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new ConnectException("the source's own data can't be closed", e);
    }
  }

  @Override
  public String version() {
    return ModuleVersion.VERSION;
  }
}
