package org.kuroshio.schemas.entity;

/** A place in a JSON tree; the text of it is made only when something is wrong there. */
record At(At parent, String name) {
  static final At ROOT = new At(null, "");

  At to(String child) {
    return new At(this, child);
  }

  At to(int index) {
    return new At(this, String.valueOf(index));
  }

  /** An RFC 6901 pointer. */
  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
