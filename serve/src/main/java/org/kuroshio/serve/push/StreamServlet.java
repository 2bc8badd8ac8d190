package org.kuroshio.serve.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.snapshot.CutName;
import org.kuroshio.serve.snapshot.HistorySince;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens streams. A servlet of its own, and not a handler of the web library: a stream is written
 * whenever its connection takes something, on no thread of its own.
 */
public final class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(StreamServlet.class);

  /** Reads what a request asks for. */
  public interface Asking {
    /** Empty where an answer was given already, because the question is wrong. */
    Optional<Asked> asked(HttpServletRequest request, HttpServletResponse response)
        throws IOException;
  }

  /**
   * What a reader wants.
   *
   * @param known the last cut that it knows
   */
  public record Asked(CellFilter filter, Optional<CutName> known) {}

  private final transient Asking asking;
  private final transient Readers readers;
  private final transient LiveTables tables;
  private final transient KafkaClient client;
  private final transient Topics topics;
  private final int mostQueuedBytes;

  /** Looking into the history is rare and heavy: one reader after the other. */
  private final transient ExecutorService history =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "kuroshio-serve-resume");
            thread.setDaemon(true);
            return thread;
          });

  public StreamServlet(
      Asking asking,
      Readers readers,
      LiveTables tables,
      KafkaClient client,
      Topics topics,
      int mostQueuedBytes) {
    this.asking = asking;
    this.readers = readers;
    this.tables = tables;
    this.client = client;
    this.topics = topics;
    this.mostQueuedBytes = mostQueuedBytes;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Asked> asked = asking.asked(request, response);
    if (asked.isEmpty()) {
      return;
    }
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    Reader reader = new Reader(asked.get().filter(), mostQueuedBytes, async, readers::gone);
    reader.send(EventText.RETRY);
    reader.open();
    Readers.Start start =
        asked
            .get()
            .known()
            .<Readers.Start>map(Readers.Start.After::new)
            .orElseGet(Readers.Start.Now::new);
    if (!readers.add(reader, start)) {
      CutName known = asked.get().known().orElseThrow();
      history.execute(() -> resume(reader, known));
    }
  }

  private void resume(Reader reader, CutName known) {
    Optional<Snapshot> now = tables.current();
    Optional<Readers.Start> told = now.flatMap(s -> told(known, s.cut()));
    boolean begun = told.isPresent() && readers.add(reader, told.get());
    if (!begun) {
      readers.add(reader, new Readers.Start.Reset());
    }
  }

  private Optional<Readers.Start> told(CutName known, Cut until) {
    try (TopicScan<SpecificRecord> scan =
        TopicScan.of(client, topics.indicatorHistory(), Pulse.STEADY)) {
      Optional<Map<String, IndicatorValue>> cells = new HistorySince(scan).changes(known, until);
      return cells.map(changed -> new Readers.Start.Told(known, until, changed));
    } catch (KafkaException e) {
      LOG.atWarn().setCause(e).log("the history can't be read for a reader that comes back");
      return Optional.empty();
    }
  }

  @Override
  public void destroy() {
    history.shutdownNow();
  }
}
