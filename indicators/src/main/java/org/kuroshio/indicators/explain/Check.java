package org.kuroshio.indicators.explain;

/**
 * Whether what stands behind a cell makes the cell.
 *
 * @param words what was compared; where it differs, what that can mean
 */
public record Check(boolean holds, String words) {
  static Check of(String what, String again, String published, boolean sameCatalogue) {
    if (again.equals(published)) {
      return new Check(true, what + " is " + again + ", as published");
    }
    String why =
        sameCatalogue
            ? "this is a defect of Kuroshio: please report it with this output"
            : "this cut was computed with other definitions than these: ask about one that was"
                + " computed since";
    return new Check(
        false, what + " is " + again + ", and the tables say " + published + "; " + why);
  }
}
