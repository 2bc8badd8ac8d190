package org.kuroshio.ingest.live;

import java.util.ArrayList;
import java.util.List;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.source.Fetch;
import org.kuroshio.ingest.source.Part;
import org.kuroshio.ingest.source.SourceDefinition;

/**
 * What of a source is read on its own and has a position of its own.
 *
 * @param name within the source; empty where the source is one unit
 * @param part index among the source's parts
 * @param slice value of <code>${slice}</code>
 * @param lane which of the lanes its windows are
 */
public record Unit(String name, int part, String slice, int lane) {
  /** All units, in a fixed order. */
  public static List<Unit> of(SourceDefinition source) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < source.parts().size(); i++) {
      Part part = source.parts().get(i);
      Fetch fetch = part.fetch().orElseThrow();
      int lanes = fetch.cursor() instanceof Cursor.Windows windows ? windows.lanes() : 1;
      for (String slice : fetch.slices()) {
        for (int lane = 0; lane < lanes; lane++) {
          String named = source.parts().size() == 1 ? "" : part.name();
          units.add(new Unit(name(named, slice, lane, lanes), i, slice, lane));
        }
      }
    }
    return List.copyOf(units);
  }

  private static String name(String part, String slice, int lane, int lanes) {
    List<String> pieces = new ArrayList<>();
    for (String piece : List.of(part, slice, lanes == 1 ? "" : "lane-" + lane)) {
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    return String.join("/", pieces);
  }

  /** Those of one task, dealt in turn. */
  public static List<Unit> share(List<Unit> units, int task, int tasks) {
    List<Unit> share = new ArrayList<>();
    for (int i = task; i < units.size(); i += tasks) {
      share.add(units.get(i));
    }
    return List.copyOf(share);
  }
}
