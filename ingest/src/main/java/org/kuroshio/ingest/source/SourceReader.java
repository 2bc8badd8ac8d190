package org.kuroshio.ingest.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kuroshio.ingest.file.FilePattern;
import org.kuroshio.ingest.http.HttpServerReader;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.ingest.setting.Setting;
import org.kuroshio.ingest.setting.SettingsReader;
import org.kuroshio.schemas.entity.FiscalCalendar;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;
import org.kuroshio.schemas.yaml.YamlTree;

/** Reads a definition's outer nouns; {@link PartReader} reads what may stand in a part. */
final class SourceReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,79}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> OUTER =
      Set.of(
          "source",
          "titles",
          "description",
          "licence",
          "fiscalYears",
          "transport",
          "settings",
          "rhythm",
          "every",
          "lookups",
          "parts");
  private static final List<String> ONLY_HTTP =
      java.util.stream.Stream.of(
              List.of("settings", "rhythm", "every"), FetchReader.OWN, FetchReader.DEFAULTS)
          .flatMap(List::stream)
          .toList();
  private static final Duration EVERY = Duration.ofHours(6);

  private final Origin origin;
  private final Map<String, String> given;

  /**
   * @param given values of settings by name
   */
  SourceReader(Origin origin, Map<String, String> given) {
    this.origin = origin;
    this.given = Map.copyOf(given);
  }

  SourceDefinition read(String text) {
    YamlMap written = YamlTree.parse(origin.shown(), text).asMap();
    List<Setting> settings = SettingsReader.given(SettingsReader.read(written), given);
    YamlMap top = SettingsReader.filled(written, settings);
    top.only(outer(top));
    String name = top.text("source");
    if (!NAME.matcher(name).matches()) {
      throw top.placeOf("source")
          .problem("a source's name is lower-case letters, digits and hyphens, was '" + name + "'");
    }
    return new SourceDefinition(
        name,
        titles(top.get("titles").asMap()),
        top.find("description").map(node -> node.text().strip()),
        top.text("licence"),
        top.find("fiscalYears").map(node -> fiscalYears(node.asText())),
        transport(top),
        settings,
        lookups(top),
        parts(top, name),
        origin);
  }

  private static Map<String, String> titles(YamlMap map) {
    map.only(List.of("en", "ja", "zh"));
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("en", map.text("en"));
    map.values().forEach((language, title) -> titles.put(language, title.text()));
    return titles;
  }

  private static FiscalCalendar fiscalYears(YamlText country) {
    return FiscalCalendar.ofCountry(country.value())
        .orElseThrow(
            () ->
                country
                    .place()
                    .problem("fiscalYears is JP, US or CN, was '" + country.value() + "'"));
  }

  private static List<String> outer(YamlMap top) {
    Set<String> known = new HashSet<>(OUTER);
    known.addAll(PartReader.DEFAULTS);
    known.addAll(FetchReader.DEFAULTS);
    if (!top.has("parts")) {
      known.addAll(PartReader.OWN);
      known.addAll(FetchReader.OWN);
      known.remove("name");
      known.remove("files");
    }
    if (!asksServer(top)) {
      ONLY_HTTP.forEach(known::remove);
    }
    return known.stream().sorted().toList();
  }

  private static boolean asksServer(YamlMap top) {
    return top.find("transport")
        .map(node -> node.asMap().only(List.of("files", "http")).has("http"))
        .orElse(false);
  }

  private static Transport transport(YamlMap top) {
    YamlMap transport = top.get("transport").asMap();
    if (transport.values().size() != 1) {
      throw transport.place().problem("exactly one transport, files or http");
    }
    if (transport.has("http")) {
      Optional<Duration> rhythm = top.find("rhythm").map(Measures::duration);
      return new HttpTransport(
          HttpServerReader.read(transport.get("http")),
          rhythm,
          top.find("every")
              .map(Measures::duration)
              .orElse(rhythm.map(time -> time.dividedBy(2)).orElse(EVERY)));
    }
    YamlMap files = transport.get("files").asMap();
    boolean parts = top.has("parts");
    files.only(parts ? List.of("bundled") : List.of("bundled", "patterns"));
    return new FileTransport(files.find("bundled").map(YamlNode::text));
  }

  private static List<Lookup> lookups(YamlMap top) {
    List<Lookup> lookups = new ArrayList<>();
    for (var entry : top.find("lookups").map(n -> n.asMap().values()).orElse(Map.of()).entrySet()) {
      YamlMap map = entry.getValue().asMap().only(List.of("pattern", "key", "value"));
      String name = entry.getKey();
      if (!VARIABLE.matcher(name).matches() || MappingVariables.RESERVED.contains(name)) {
        throw map.place().problem("'" + name + "' can't be the name of a lookup");
      }
      FilePattern pattern = pattern(map.get("pattern"));
      lookups.add(new Lookup(name, pattern, map.text("key"), map.text("value")));
    }
    return lookups;
  }

  private static List<Part> parts(YamlMap top, String name) {
    boolean http = asksServer(top);
    Optional<YamlNode> listed = top.find("parts");
    if (listed.isEmpty()) {
      return List.of(http ? fetched(top, top, name) : filed(top, name));
    }
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : listed.get().asList().items()) {
      YamlMap map = item.asMap().only(inPart(http));
      if (!names.add(map.text("name"))) {
        throw map.placeOf("name").problem("a part '" + map.text("name") + "' stands above already");
      }
      parts.add(
          http
              ? fetched(top, map, map.text("name"))
              : new PartReader(top)
                  .read(map, map.text("name"), patterns(map.get("files")), Optional.empty()));
    }
    if (parts.isEmpty()) {
      throw top.placeOf("parts").problem("'parts' has no part");
    }
    return parts;
  }

  private static List<String> inPart(boolean http) {
    Set<String> known = new HashSet<>(PartReader.OWN);
    known.addAll(PartReader.DEFAULTS);
    if (http) {
      known.addAll(FetchReader.OWN);
      known.addAll(FetchReader.DEFAULTS);
    }
    return known.stream().sorted().toList();
  }

  private static Part filed(YamlMap top, String name) {
    YamlNode patterns = top.get("transport").asMap().get("files").asMap().get("patterns");
    return new PartReader(top).read(top, name, patterns(patterns), Optional.empty());
  }

  /** What was saved of a server's answers can be read as files too. */
  private static Part fetched(YamlMap top, YamlMap part, String name) {
    List<FilePattern> saved =
        part.find("download")
            .or(() -> part.find("files"))
            .map(SourceReader::patterns)
            .orElseGet(() -> List.of(FilePattern.of(part.equals(top) ? "*" : name + "*")));
    return new PartReader(top)
        .read(part, name, saved, Optional.of(new FetchReader(top).read(part)));
  }

  private static List<FilePattern> patterns(YamlNode node) {
    List<FilePattern> patterns = node.asList().items().stream().map(SourceReader::pattern).toList();
    if (patterns.isEmpty()) {
      throw node.place().problem("at least one pattern is needed, like \"*.csv\"");
    }
    return patterns;
  }

  private static FilePattern pattern(YamlNode node) {
    Place place = node.place();
    return place.checked(() -> FilePattern.of(node.text()));
  }
}
