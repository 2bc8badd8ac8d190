package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.formula.Ranking;
import org.kuroshio.schemas.table.Status;

/** Places among the leaves of each named group and country. */
record RankFormula(Kind.Rank rank, Inputs inputs) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (String group : inputs.groups(slice, List.of(rank.of()), rank.sets())) {
      GroupMembers members = GroupMembers.of(inputs, slice, rank.of(), group);
      if (members.nothingThere()) {
        continue;
      }
      if (members.obstacle() != null) {
        inputs
            .leaves(slice, group)
            .forEach(
                leaf ->
                    cells.put(
                        new Place(group, leaf),
                        Cell.without(Status.UNDEFINED, members.obstacle())));
        continue;
      }
      Ranking.rank(members.numbers(), rank.method(), rank.direction())
          .forEach(
              (leaf, place) ->
                  cells.put(
                      new Place(group, leaf),
                      Cell.ofRank(place, members.numbers().size(), members.status())));
    }
    return cells;
  }
}
