package org.kuroshio.standalone.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a data directory, as written into its lock file for the next one to read.
 *
 * @param pid the process, by the operating system's number
 * @param command what it does: {@code load nta-diff}
 * @param since when it took the directory
 * @param url where it answers HTTP, if it does
 */
record LockHolder(long pid, String command, Instant since, Optional<String> url) {

  String toText() {
    List<String> lines = new ArrayList<>();
    lines.add("pid=" + pid);
    lines.add("command=" + command.replaceAll("\\R", " "));
    lines.add("since=" + since);
    url.ifPresent(address -> lines.add("url=" + address));
    return String.join("\n", lines) + "\n";
  }

  /**
   * The part of a sentence that follows "is in use": empty text was written by a process that died
   * or is just starting.
   */
  static String describe(String text) {
    String pid = field(text, "pid").map(p -> " by process " + p).orElse(" by another process");
    String what = field(text, "command").map(c -> " (kuroshio " + c + ")").orElse("");
    String since = field(text, "since").map(s -> " since " + s).orElse("");
    String advice =
        field(text, "url")
            .map(url -> ". Ask that process with --url " + url)
            .orElse(
                ". It answers no HTTP requests, so there is nothing to ask with --url: wait until it ends");
    return pid + what + since + advice + ", or give another directory with --data";
  }

  private static Optional<String> field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
