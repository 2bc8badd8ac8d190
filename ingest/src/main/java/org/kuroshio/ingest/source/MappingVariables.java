package org.kuroshio.ingest.source;

import java.util.List;

/** The variables that every mapping sees, besides the source's lookups. */
public final class MappingVariables {
  public static final String CONSTANTS = "constants";
  public static final String FILE = "file";

  /** The values of the settings that are no secret. */
  public static final String SETTINGS = "settings";

  /** The item of the list whose detail the record is; null where there is none. */
  public static final String ITEM = "item";

  /** The value of <code>${slice}</code>; empty where the source is read in one piece. */
  public static final String SLICE = "slice";

  /** First and last day of the window that was asked for; null where there is none. */
  public static final String WINDOW = "window";

  static final List<String> RESERVED = List.of(CONSTANTS, FILE, SETTINGS, ITEM, SLICE, WINDOW);

  private MappingVariables() {}

  /** All names that a mapping of this part may use. */
  public static List<String> of(SourceDefinition source) {
    return java.util.stream.Stream.concat(
            RESERVED.stream(), source.lookups().stream().map(Lookup::name))
        .toList();
  }
}
