package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.standalone.command.CommandLines;
import org.kuroshio.standalone.command.Surroundings;
import org.kuroshio.standalone.session.StopRequest;

/** The command line over one data directory, in this process. */
public final class Kuroshio {
  private final Path data;

  public Kuroshio(Path data) {
    this.data = data;
  }

  /** What a command left behind. */
  public record Result(int status, String out, String err) {
    /** The number behind a name in the report of a load. */
    long reported(String name) {
      Matcher matcher = Pattern.compile(name + "\\s+([\\d,]+)").matcher(out);
      assertThat(matcher.find()).as("'%s' in %s", name, out).isTrue();
      return Long.parseLong(matcher.group(1).replace(",", ""));
    }
  }

  public Path data() {
    return data;
  }

  /** Without {@code --data}. */
  public static Result plain(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandLines.run(
            new Surroundings(printed(out), printed(err), false, StopRequest.never()), arguments);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return plain(all.toArray(String[]::new));
  }

  Result load(String source, Path... inputs) {
    List<String> all = new ArrayList<>(List.of("load", source));
    Arrays.stream(inputs).forEach(input -> all.addAll(List.of("--input", input.toString())));
    return run(all.toArray(String[]::new));
  }

  /** A load that is expected to work. */
  public Result loaded(String source, Path... inputs) {
    Result result = load(source, inputs);
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }

  /** The whole table, as bytes would be compared. */
  String csv(String indicators, String group, String periods) {
    Result result =
        run("table", indicators, "--group", group, "--period", periods, "--format", "csv");
    assertThat(result.status()).as(result.err()).isZero();
    return result.out();
  }

  /** Rows by column name; no field of these tables holds a comma. */
  List<Map<String, String>> rows(String indicators, String group, String periods) {
    return rows(csv(indicators, group, periods));
  }

  /** One value as printed, empty where there is none. */
  String value(String indicator, String group, String period, String region) {
    return rows(indicator, group, period).stream()
        .filter(row -> row.get("region").equals(region))
        .map(row -> row.get("value"))
        .findFirst()
        .orElseThrow();
  }

  static List<Map<String, String>> rows(String csv) {
    List<String> lines = csv.lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields).as(line).hasSameSizeAs(names);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], fields[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static PrintStream printed(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
