package org.kuroshio.standalone.installation;

import java.util.Locale;

/** What a process of an installation may do, in the order of starting. */
public enum RoleName {
  STREAMS,
  INGEST,
  SERVE;

  /** As an operator writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
