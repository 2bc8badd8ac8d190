package org.kuroshio.standalone.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.serve.scan.TopicScan;

/** The rejected records that nothing has repaired yet, by their keys. */
final class OpenRejections {
  /** Of an event that is in its topic, which no reading of a source can mend. */
  private static final Set<RejectionStage> BEHIND_THE_SOURCE =
      Set.of(RejectionStage.DECODE, RejectionStage.APPLY);

  private final Map<String, Rejection> byKey = new LinkedHashMap<>();
  private final Map<Place, Rejection> byPlace = new HashMap<>();

  /**
   * Where a record stands. A file is known by its name, as it may have been named from elsewhere
   * then.
   */
  private record Place(String source, String file, String position) {
    static Place of(String source, String uri, String position) {
      return new Place(source, uri.substring(uri.lastIndexOf('/') + 1), position);
    }
  }

  static OpenRejections read(TopicScan<Rejection> rejected) {
    OpenRejections open = new OpenRejections();
    if (rejected.exists()) {
      rejected.read(
          0,
          (key, rejection) -> {
            if (rejection == null) {
              open.byKey.remove(key);
            } else if (!BEHIND_THE_SOURCE.contains(rejection.getStage())) {
              open.byKey.put(key, rejection);
            }
            return true;
          });
    }
    open.byKey
        .values()
        .forEach(
            one ->
                open.byPlace.put(Place.of(one.getSource(), one.getUri(), one.getPosition()), one));
    return open;
  }

  /** As Kafka keeps it. */
  static String key(Rejection rejection) {
    return String.join("|", rejection.getSource(), rejection.getUri(), rejection.getPosition());
  }

  Set<String> sources() {
    return byKey.values().stream()
        .map(Rejection::getSource)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The files that they stand in, as they were named then. */
  List<String> files(String source) {
    return of(source).stream().map(Rejection::getUri).distinct().toList();
  }

  Collection<Rejection> of(String source) {
    return byKey.values().stream().filter(one -> one.getSource().equals(source)).toList();
  }

  /** The rejection at a place of a source. */
  Optional<Rejection> at(String source, String uri, String position) {
    return Optional.ofNullable(byPlace.get(Place.of(source, uri, position)));
  }
}
