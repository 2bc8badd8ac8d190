package org.kuroshio.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.serve.print.Csv;
import org.kuroshio.serve.print.OutputFormat;

/** Writes rejections one by one, as there may be more of them than fit into memory. */
interface RejectionWriter {
  void write(Rejection rejection, boolean repaired);

  /** JSON is one object a line. */
  static RejectionWriter of(OutputFormat format, PrintStream out) {
    return switch (format) {
      case text ->
          (rejection, repaired) -> out.println(inWords(rejection) + (repaired ? " repaired" : ""));
      case json -> {
        ObjectMapper mapper = new ObjectMapper();
        yield (rejection, repaired) ->
            out.println(json(mapper, rejection).put("state", state(repaired)));
      }
      case csv -> {
        Csv csv = new Csv(out);
        csv.line(
            List.of(
                "at", "source", "uri", "position", "stage", "reason", "detail", "sha256", "state"));
        yield (rejection, repaired) -> csv.line(fields(rejection, repaired));
      }
    };
  }

  private static String inWords(Rejection rejection) {
    return "%s  %s, %s: %s (%s)"
        .formatted(
            rejection.getSource(),
            rejection.getUri(),
            rejection.getPosition(),
            rejection.getDetail(),
            rejection.getReason());
  }

  private static List<String> fields(Rejection rejection, boolean repaired) {
    return List.of(
        rejection.getAt().toString(),
        rejection.getSource(),
        rejection.getUri(),
        rejection.getPosition(),
        rejection.getStage().name(),
        rejection.getReason(),
        rejection.getDetail(),
        rejection.getSha256(),
        state(repaired));
  }

  private static String state(boolean repaired) {
    return repaired ? "repaired" : "open";
  }

  private static ObjectNode json(ObjectMapper mapper, Rejection rejection) {
    return mapper
        .createObjectNode()
        .put("at", rejection.getAt().toString())
        .put("source", rejection.getSource())
        .put("uri", rejection.getUri())
        .put("position", rejection.getPosition())
        .put("stage", rejection.getStage().name())
        .put("reason", rejection.getReason())
        .put("detail", rejection.getDetail())
        .put("sha256", rejection.getSha256());
  }
}
