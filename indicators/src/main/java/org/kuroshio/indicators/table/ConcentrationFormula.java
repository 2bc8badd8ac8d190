package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.formula.Concentration;
import org.kuroshio.schemas.table.Status;

/** The Herfindahl-Hirschman index of each named group and country over its leaves. */
record ConcentrationFormula(Kind.Concentration concentration, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (String group : inputs.groups(slice, concentration.of())) {
      GroupMembers members = GroupMembers.of(inputs, slice, concentration.of(), group);
      if (!members.nothingThere()) {
        cells.put(new Place(group, group), cell(members));
      }
    }
    return cells;
  }

  private static Cell cell(GroupMembers members) {
    if (members.obstacle() != null) {
      return Cell.without(Status.UNDEFINED, members.obstacle());
    }
    return Concentration.hhi(members.numbers().values())
        .map(hhi -> Cell.of(hhi, members.status()))
        .orElseGet(() -> Cell.without(Status.UNDEFINED, "all members are 0"));
  }
}
