package org.kuroshio.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.serve.push.CellFilter;
import org.kuroshio.serve.push.Readers;
import org.kuroshio.serve.push.StreamServlet;
import org.kuroshio.serve.snapshot.CutName;

/** Reads the filters of {@code /stream}, and refuses what is misspelt before a stream is open. */
final class StreamQuestions implements StreamServlet.Asking {
  private static final Set<String> NAMES =
      new TreeSet<>(List.of("indicator", "region", "group", "period", "last_event_id"));

  private final Catalogue catalogue;
  private final Regions regions;
  private final Readers readers;
  private final int mostStreams;

  StreamQuestions(Catalogue catalogue, Regions regions, Readers readers, int mostStreams) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.readers = readers;
    this.mostStreams = mostStreams;
  }

  @Override
  public Optional<StreamServlet.Asked> asked(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      if (readers.count() >= mostStreams) {
        response.setHeader("Retry-After", "10");
        throw new ProblemException(
            503,
            "too-many-streams",
            "Too many streams",
            "%d streams are open, which is as many as there may be".formatted(mostStreams));
      }
      return Optional.of(asked(request));
    } catch (ProblemException e) {
      Gate.write(response, e, request.getRequestURI());
      return Optional.empty();
    }
  }

  private StreamServlet.Asked asked(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      if (!NAMES.contains(name)) {
        throw ProblemException.badQuestion(
            "there is no such parameter%s; a stream takes %s"
                .formatted(Nearest.hint(name, NAMES), NAMES));
      }
    }
    return ProblemException.asking(() -> new StreamServlet.Asked(filter(request), known(request)));
  }

  private CellFilter filter(HttpServletRequest request) {
    Set<String> indicators = list(request, "indicator");
    indicators.forEach(catalogue::get);
    Set<String> rows = list(request, "region");
    rows.forEach(code -> regions.kind(code.replaceFirst("^" + UnallocatedRows.PREFIX, "")));
    Set<String> wanted = new HashSet<>(rows);
    Set<String> groups = list(request, "group");
    for (String group : groups) {
      regions.kind(group);
      wanted.addAll(CellFilter.rowsOf(group, regions));
    }
    return new CellFilter(
        indicators, groups.contains(Regions.WORLD) ? Set.of() : wanted, list(request, "period"));
  }

  private static Optional<CutName> known(HttpServletRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String id = header != null ? header : request.getParameter("last_event_id");
    return id == null || id.isBlank() ? Optional.empty() : Optional.of(CutName.parse(id));
  }

  private static Set<String> list(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null || text.isBlank()
        ? Set.of()
        : new TreeSet<>(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
  }
}
