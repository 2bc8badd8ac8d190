package org.kuroshio.indicators.definition;

import java.util.List;

/**
 * Where an entity counts: a path to a region code, to a party, or to a list of parties of which
 * these roles (all, where none is named) stand for it with their weights.
 *
 * @param name what the basis is called in tables and pages: lead, inventor, hq, ...
 * @param path `region`, `headquarters`, `parties`
 * @param roles party roles in the order of preference: the first role that any party has is used
 */
public record RegionBasis(String name, String path, List<String> roles) {
  public RegionBasis {
    roles = List.copyOf(roles);
  }
}
