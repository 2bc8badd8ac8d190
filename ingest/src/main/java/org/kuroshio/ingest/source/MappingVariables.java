package org.kuroshio.ingest.source;

import java.util.List;

/** The variables that every mapping sees, besides the source's lookups. */
public final class MappingVariables {
  public static final String CONSTANTS = "constants";
  public static final String FILE = "file";

  static final List<String> RESERVED = List.of(CONSTANTS, FILE);

  private MappingVariables() {}

  /** All names that a mapping of this part may use. */
  public static List<String> of(SourceDefinition source) {
    return java.util.stream.Stream.concat(
            RESERVED.stream(), source.lookups().stream().map(Lookup::name))
        .toList();
  }
}
