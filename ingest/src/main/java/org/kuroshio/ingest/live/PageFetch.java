package org.kuroshio.ingest.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.engine.PageReading;
import org.kuroshio.ingest.engine.RecordGate;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.http.FailedSourceException;
import org.kuroshio.ingest.http.Outcome;
import org.kuroshio.ingest.http.Question;
import org.kuroshio.ingest.http.Validators;
import org.kuroshio.ingest.page.PageFacts;
import org.kuroshio.ingest.page.PageTurner;
import org.kuroshio.ingest.page.Pages;
import org.kuroshio.ingest.request.RequestDefinition;
import org.kuroshio.ingest.request.RequestValues;

/** Gets one page of a query, read and checked. Used by one thread. */
final class PageFetch {
  /** How often a page that is broken, or is the one before, is asked for again. */
  private static final int TRIES = 4;

  private final UnitTools tools;
  private final PageTurner turner;
  private final Pages pages;

  /** One page of a query. */
  interface Fetched {
    /** There is nothing more. */
    record Nothing() implements Fetched {}

    /** Nothing has changed since the last reading. */
    record Unchanged() implements Fetched {}

    /** It can't be had. */
    record Skipped(Step step) implements Fetched {}

    /** A file, to be read and deleted. */
    record Download(InputFile file, Validators validators) implements Fetched {}

    /** Records, or items of a list. */
    record Page(
        String sha256,
        List<Step> steps,
        List<JsonNode> items,
        PageWatch counts,
        PageGate gate,
        PageFacts facts,
        Validators validators)
        implements Fetched {
      public Page {
        steps = List.copyOf(steps);
        items = List.copyOf(items);
      }
    }
  }

  PageFetch(UnitTools tools) {
    this.tools = tools;
    this.pages = tools.fetch().pages();
    this.turner = new PageTurner(pages);
  }

  /**
   * @param at where the page is
   * @param before SHA-256 of the page before; empty for the first
   * @param greatest seen before, by a watermark
   */
  Fetched fetch(
      RequestValues values, String at, String before, String greatest, Validators validators)
      throws InterruptedException {
    RequestValues filled = values.with(turner.variables(at));
    for (int tries = 1; ; tries++) {
      Outcome outcome = ask(tools.fetch().request(), filled, turner.link(at), validators);
      if (!(outcome instanceof Outcome.Got got)) {
        return without(outcome);
      }
      Answer answer = got.answer();
      if (answer.file().isPresent()) {
        return download(answer, answer.file().get());
      }
      Fetched.Page page = page(answer, filled, greatest);
      Optional<String> doubt = doubt(page, before);
      if (doubt.isEmpty()) {
        return page;
      }
      if (tries == TRIES) {
        return accepted(page, before, answer, doubt.get());
      }
      tools.progress().retrying(doubt.get() + ": " + answer.shown());
      tools.progress().rest(tools.backoff().pause(tries));
    }
  }

  private Outcome ask(
      RequestDefinition request, RequestValues values, Optional<String> link, Validators validators)
      throws InterruptedException {
    boolean download = tools.fetch().download() && tools.fetch().detail().isEmpty();
    return tools
        .client()
        .ask(
            new Question(
                request, values, link, tools.policy(), tools.bodies(), download, validators));
  }

  private Fetched without(Outcome outcome) {
    if (outcome instanceof Outcome.Skipped skipped) {
      tools.progress().read();
      return new Fetched.Skipped(tools.reading().skipped(skipped.shown(), skipped.problem()));
    }
    return outcome instanceof Outcome.Unchanged ? new Fetched.Unchanged() : new Fetched.Nothing();
  }

  static Fetched.Download download(Answer answer, Path file) {
    try {
      String shown = answer.shown();
      int query = shown.indexOf('?');
      String path = query < 0 ? shown : shown.substring(0, query);
      String name = path.substring(path.lastIndexOf('/') + 1);
      InputFile input =
          new InputFile(file, shown, name.isEmpty() ? "download" : name, Files.size(file));
      return new Fetched.Download(input, Validators.of(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("a download that was just kept", e);
    }
  }

  private Fetched.Page page(Answer answer, RequestValues values, String greatest) {
    PageGate gate = tools.gate(greatest);
    PageWatch counts = new PageWatch();
    boolean listed = tools.fetch().detail().isPresent();
    List<JsonNode> items = List.of();
    List<Step> steps = List.of();
    String sha256;
    long records;
    boolean intact = true;
    if (listed) {
      ItemReading.Items read = tools.items().read(answer.body(), gate);
      items = read.items();
      intact = read.intact();
      records = items.size();
      sha256 = hash(answer.body());
    } else {
      PageReading.Page read = content(answer, tools.variables(values), gate, counts);
      steps = read.steps();
      intact = read.intact();
      records = read.records();
      sha256 = read.sha256();
    }
    Optional<Long> total = number(answer, pages.total());
    if (!intact && total.filter(all -> all == 0).isPresent()) {
      steps = List.of();
      counts = new PageWatch();
      intact = true;
      records = 0;
    }
    PageFacts facts = new PageFacts(records, total, pageCount(answer), word(answer, gate));
    return new Fetched.Page(
        intact ? sha256 : "", steps, items, counts, gate, facts, Validators.of(answer));
  }

  private PageReading.Page content(
      Answer answer, Map<String, JsonNode> variables, RecordGate gate, PageWatch counts) {
    PageReading.Content content = new PageReading.Content(answer.shown(), answer.body(), variables);
    return tools.reading().read(tools.part(), content, gate, counts);
  }

  private static String hash(byte[] body) {
    return Sha256.hex(body);
  }

  private Optional<Long> number(Answer answer, Optional<JsonPointer> pointer) {
    return pointer
        .flatMap(at -> tools.bodies().find(answer.body(), at))
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,15}"))
        .map(Long::parseLong);
  }

  private Optional<Long> pageCount(Answer answer) {
    return pages instanceof Pages.Number number ? number(answer, number.pages()) : Optional.empty();
  }

  private Optional<String> word(Answer answer, PageGate gate) {
    if (pages instanceof Pages.Cursor cursor) {
      return tools.bodies().find(answer.body(), cursor.at());
    }
    if (pages instanceof Pages.Link link) {
      Optional<String> address =
          link.at().isPresent()
              ? tools.bodies().find(answer.body(), link.at().get())
              : LinkHeader.next(answer.all("link"));
      return address.map(tools.client()::shown);
    }
    return pages instanceof Pages.After ? Optional.of(gate.last()) : Optional.empty();
  }

  /** Why a page is not to be believed at once. */
  private static Optional<String> doubt(Fetched.Page page, String before) {
    if (page.sha256().isEmpty()) {
      return Optional.of("a page can't be read to its end");
    }
    return page.sha256().equals(before) && page.facts().records() > 0
        ? Optional.of("a page is the same as the one before")
        : Optional.empty();
  }

  private static Fetched.Page accepted(
      Fetched.Page page, String before, Answer answer, String doubt) {
    if (!page.sha256().isEmpty() && page.sha256().equals(before)) {
      throw new FailedSourceException(
          doubt
              + ", again and again: "
              + answer.shown()
              + "; does the request say which page it wants, in the publisher's words?");
    }
    return page;
  }
}
