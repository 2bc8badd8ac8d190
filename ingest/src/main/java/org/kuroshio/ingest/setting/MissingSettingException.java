package org.kuroshio.ingest.setting;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that a source can't run without. The message says how to give them. */
public final class MissingSettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingSettingException(String source, List<Setting> missing) {
    super(
        "source '"
            + source
            + "' needs "
            + missing.stream()
                .map(
                    setting ->
                        "'%s' (%s): give it as %s in the environment, or as kuroshio.setting.%s of"
                                .formatted(
                                    setting.name(),
                                    setting.doc().strip(),
                                    setting.variable(source),
                                    setting.name())
                            + " the connector")
                .collect(Collectors.joining("; ")));
  }
}
