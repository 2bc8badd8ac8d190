package org.kuroshio.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.cursor.CursorReader;
import org.kuroshio.ingest.failure.ErrorRule;
import org.kuroshio.ingest.failure.ErrorRulesReader;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.ingest.page.Pages;
import org.kuroshio.ingest.page.PagesReader;
import org.kuroshio.ingest.request.RequestDefinition;
import org.kuroshio.ingest.request.RequestReader;
import org.kuroshio.ingest.request.RequestText;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** Reads what a part of an HTTP source says of its requests. */
final class FetchReader {
  /** May stand at the top for every part. */
  static final List<String> DEFAULTS = List.of("errors", "slices");

  static final List<String> OWN =
      List.of("request", "pages", "cursor", "items", "detail", "download");

  private final YamlMap top;

  FetchReader(YamlMap top) {
    this.top = top;
  }

  Fetch read(YamlMap part) {
    Pages pages =
        part.find("pages").map(PagesReader::read).orElse(new Pages.None(Optional.empty()));
    Cursor cursor = part.find("cursor").map(CursorReader::read).orElse(new Cursor.Walk());
    List<String> slices = slices(part);
    RequestDefinition request = placed(RequestReader.read(part.get("request")), pages, cursor);
    Fetch fetch =
        new Fetch(request, pages, cursor, slices, errors(part), detail(part), part.has("download"));
    check(part, fetch);
    return fetch;
  }

  /** With the parameters that pages and cursor fill by themselves. */
  private static RequestDefinition placed(RequestDefinition request, Pages pages, Cursor cursor) {
    RequestDefinition placed = request;
    if (pages.placement().isPresent()) {
      Pages.Placement placement = pages.placement().get();
      placed = placed.withParam(placement.name(), hole(placement.variable()));
    }
    if (pages instanceof Pages.Range range && range.name().isPresent()) {
      RequestText text = RequestText.parse("${page.first}-${page.last}");
      placed =
          range.header()
              ? placed.withHeader(range.name().get(), text)
              : placed.withParam(range.name().get(), text);
    }
    if (cursor instanceof Cursor.Watermark mark && mark.param().isPresent()) {
      placed = placed.withParam(mark.param().get(), hole("watermark"));
    }
    return placed;
  }

  private static RequestText hole(String name) {
    return RequestText.parse("${" + name + "}");
  }

  private List<String> slices(YamlMap part) {
    List<String> slices =
        part.find("slices")
            .or(() -> top.find("slices"))
            .map(node -> node.asList().texts())
            .orElse(List.of(""));
    if (slices.stream().distinct().count() != slices.size()) {
      throw part.placeOf("slices").problem("a slice is named twice");
    }
    return slices;
  }

  private List<ErrorRule> errors(YamlMap part) {
    List<ErrorRule> rules = new ArrayList<>();
    part.find("errors").ifPresent(node -> rules.addAll(ErrorRulesReader.read(node)));
    if (!part.equals(top)) {
      top.find("errors").ifPresent(node -> rules.addAll(ErrorRulesReader.read(node)));
    }
    return rules;
  }

  private Optional<Detail> detail(YamlMap part) {
    if (part.has("items") != part.has("detail")) {
      throw part.place()
          .problem(
              "'items' says how the list is read of which 'detail' asks each: both or neither");
    }
    if (!part.has("detail")) {
      return Optional.empty();
    }
    YamlMap items = part.get("items").asMap().only(List.of("format", "records"));
    YamlNode format =
        items
            .find("format")
            .or(() -> part.find("format"))
            .or(() -> top.find("format"))
            .orElseThrow(() -> items.place().problem("key 'format' is missing"));
    YamlMap detail = part.get("detail").asMap();
    return Optional.of(
        new Detail(
            FormatReader.format(format, items.find("records")),
            RequestReader.read(detail, "batch"),
            detail.find("batch").map(FetchReader::batch)));
  }

  private static ItemBatch batch(YamlNode node) {
    YamlMap map = node.asMap().only(List.of("size", "value", "join"));
    JsonPointer value = map.placeOf("value").checked(() -> JsonPointer.compile(map.text("value")));
    return new ItemBatch(Measures.count(map.get("size"), 1), value, map.text("join", ","));
  }

  private static void check(YamlMap part, Fetch fetch) {
    RequestDefinition request = fetch.request();
    used(part, "pages", fetch.pages().variables(), request);
    used(part, "cursor", fetch.cursor().variables(), request);
    boolean sliced = !fetch.slices().equals(List.of(""));
    if (sliced) {
      used(part, "slices", List.of("slice"), request);
    }
    if (fetch.cursor() instanceof Cursor.Windows windows) {
      if (windows.mostResults().isPresent() && fetch.pages().total().isEmpty()) {
        throw part.placeOf("cursor")
            .problem("'most' needs 'total' in 'pages', to know how many results a window has");
      }
      if (!windows.splits().isEmpty()) {
        used(part, "cursor", List.of("split"), request);
      }
    }
    if (fetch.cursor() instanceof Cursor.Feed && !(fetch.pages() instanceof Pages.Cursor)) {
      throw part.placeOf("cursor").problem("a feed goes with 'pages: { cursor: ... }'");
    }
  }

  private static void used(
      YamlMap part, String key, List<String> variables, RequestDefinition request) {
    if (!variables.isEmpty() && variables.stream().noneMatch(request::uses)) {
      throw part.placeOf(key)
          .problem(
              "the request does not use ${"
                  + String.join("} or ${", variables)
                  + "}, so it would ask the same again and again");
    }
  }
}
