package org.kuroshio.ingest.trial;

import com.schibsted.spt.data.jslt.impl.AbstractNode;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.Location;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.ingest.source.InlineJslt;
import org.kuroshio.ingest.source.Origin;
import org.kuroshio.schemas.yaml.Place;

/** Collects what is wrong with one mapping, with its file and line. */
final class MappingProblems {
  private final Origin origin;
  private final EntityMapping entity;
  private final List<String> problems = new ArrayList<>();

  MappingProblems(Origin origin, EntityMapping entity) {
    this.origin = origin;
    this.entity = entity;
  }

  void add(ExpressionNode node, String what) {
    Location location = node instanceof AbstractNode known ? known.getLocation() : null;
    add(location == null ? entity.place() : place(location), what);
  }

  void add(Place place, String what) {
    String problem = place.problem(what).getMessage();
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  Place definition() {
    return entity.place();
  }

  private Place place(Location location) {
    String source = location.getSource();
    if (source == null || source.equals(origin.shown())) {
      int before = entity.mapping() instanceof InlineJslt inline ? inline.linesBefore() : 0;
      return new Place(origin.shown(), location.getLine() + before);
    }
    return new Place(origin.shown(source), location.getLine());
  }

  List<String> all() {
    return List.copyOf(problems);
  }
}
