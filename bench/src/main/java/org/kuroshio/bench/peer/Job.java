package org.kuroshio.bench.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kuroshio.bench.work.EntityKind;

/**
 * What a system is started for, as its process is told on its command line.
 *
 * @param bootstrapServers of the broker
 * @param input prefix of the event topics
 * @param output prefix of whatever the system writes; new for each run
 * @param threads that it may use
 * @param copies of the indicators
 * @param directory for its own files
 * @param variant which of several settings; empty where there is one
 */
public record Job(
    String bootstrapServers,
    String input,
    String output,
    int threads,
    int copies,
    Path directory,
    String variant) {
  private static final int PARTS = 7;

  public static Job of(String[] args) {
    if (args.length != PARTS) {
      throw new IllegalArgumentException(
          "a job has " + PARTS + " parts, and these are " + args.length);
    }
    return new Job(
        args[0],
        args[1],
        args[2],
        Integer.parseInt(args[3]),
        Integer.parseInt(args[4]),
        Path.of(args[5]),
        args[6]);
  }

  public List<String> args() {
    return List.of(
        bootstrapServers,
        input,
        output,
        Integer.toString(threads),
        Integer.toString(copies),
        directory.toString(),
        variant);
  }

  /** The topics with the events of the workload. */
  public List<String> eventTopics() {
    return Stream.of(EntityKind.values()).map(kind -> eventTopic(input, kind)).toList();
  }

  public static String eventTopic(String prefix, EntityKind kind) {
    return prefix + "innovation." + kind.stream();
  }

  /** Where a peer writes its cells: key `indicator|region|period`, value the amount in digits. */
  public String cellsTopic() {
    return output + "cells";
  }
}
