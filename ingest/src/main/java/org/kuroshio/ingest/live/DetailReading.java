package org.kuroshio.ingest.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.engine.PageReading;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.http.Outcome;
import org.kuroshio.ingest.http.Question;
import org.kuroshio.ingest.http.Validators;
import org.kuroshio.ingest.request.RequestValues;
import org.kuroshio.ingest.source.Detail;
import org.kuroshio.ingest.source.ItemBatch;

/** Asks for each item of a list, or for some at once. Used by one thread. */
final class DetailReading {
  private static final int TRIES = 4;

  private final UnitTools tools;
  private final Detail detail;

  DetailReading(UnitTools tools, Detail detail) {
    this.tools = tools;
    this.detail = detail;
  }

  void read(List<JsonNode> items, RequestValues values, QueryReading.Sink sink)
      throws InterruptedException {
    for (RequestValues filled : requests(items, values)) {
      Outcome outcome = ask(filled);
      if (outcome instanceof Outcome.Skipped skipped) {
        tools.progress().read();
        sink.flawed();
        sink.step(tools.reading().skipped(skipped.shown(), skipped.problem()));
      } else if (outcome instanceof Outcome.Got got) {
        read(got.answer(), filled, sink);
      }
    }
  }

  private List<RequestValues> requests(List<JsonNode> items, RequestValues values) {
    List<RequestValues> requests = new ArrayList<>();
    if (detail.batch().isEmpty()) {
      items.forEach(item -> requests.add(values.item(item)));
      return requests;
    }
    ItemBatch batch = detail.batch().get();
    for (int i = 0; i < items.size(); i += batch.size()) {
      StringJoiner joined = new StringJoiner(batch.join());
      items
          .subList(i, Math.min(items.size(), i + batch.size()))
          .forEach(item -> joined.add(item.at(batch.value()).asText()));
      requests.add(values.with("items", joined.toString()));
    }
    return requests;
  }

  private Outcome ask(RequestValues values) throws InterruptedException {
    return tools
        .client()
        .ask(
            new Question(
                detail.request(),
                values,
                Optional.empty(),
                tools.policy(),
                tools.bodies(),
                tools.fetch().download(),
                Validators.NONE));
  }

  private void read(Answer first, RequestValues values, QueryReading.Sink sink)
      throws InterruptedException {
    Answer answer = first;
    for (int tries = 1; ; tries++) {
      if (answer.file().isPresent()) {
        download(answer, sink);
        return;
      }
      PageWatch counts = new PageWatch();
      PageReading.Page page =
          tools
              .reading()
              .read(
                  tools.part(),
                  new PageReading.Content(answer.shown(), answer.body(), tools.variables(values)),
                  tools.gate(""),
                  counts);
      if (page.intact() || tries == TRIES) {
        counts.tell(tools.progress());
        if (!page.intact()) {
          sink.flawed();
        }
        for (Step step : page.steps()) {
          sink.step(step);
        }
        return;
      }
      tools.progress().retrying("an answer can't be read to its end: " + answer.shown());
      tools.progress().rest(tools.backoff().pause(tries));
      if (!(ask(values) instanceof Outcome.Got got)) {
        return;
      }
      answer = got.answer();
    }
  }

  private void download(Answer answer, QueryReading.Sink sink) throws InterruptedException {
    PageFetch.Fetched.Download download = PageFetch.download(answer, answer.file().orElseThrow());
    try {
      tools
          .downloads()
          .read(download.file(), java.util.Map.of(), tools.gate(""), tools.progress(), sink::step);
    } finally {
      delete(download);
    }
  }

  static void delete(PageFetch.Fetched.Download download) {
    try {
      Files.deleteIfExists(download.file().path());
    } catch (IOException e) {
      // a file in the folder for temporary ones that its owner will sweep
      return;
    }
  }
}
