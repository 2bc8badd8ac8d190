package org.kuroshio.ingest.connect;

import java.util.Optional;

/** The version that the jar was built as. */
final class ModuleVersion {
  static final String VERSION =
      Optional.ofNullable(ModuleVersion.class.getPackage().getImplementationVersion())
          .orElse("development");

  private ModuleVersion() {}
}
