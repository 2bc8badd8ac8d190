package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/**
 * The numbers of a group's members, if all of them are known: ranks and concentration are not
 * computed from a part of a group.
 *
 * @param obstacle why they can't be compared, or null
 */
record GroupMembers(
    Map<String, Rational> numbers, Status status, String obstacle, boolean nothingThere) {
  static GroupMembers of(Inputs inputs, Slice slice, String indicator, String group) {
    Map<String, Rational> numbers = new LinkedHashMap<>();
    Status status = Status.NORMAL;
    String missing = null;
    List<String> leaves = inputs.leaves(slice, group);
    for (String leaf : leaves) {
      Cell cell = inputs.cell(slice, indicator, leaf);
      if (cell.hasValue()) {
        numbers.put(leaf, cell.number());
        status = Cell.worse(status, cell.status());
      } else if (missing == null) {
        missing = leaf;
      }
    }
    if (missing != null) {
      return new GroupMembers(
          numbers, Status.UNDEFINED, "no number for " + missing, numbers.isEmpty());
    }
    Rational unknown = inputs.unknown(slice, indicator, group);
    return unknown.signum() > 0
        ? new GroupMembers(
            numbers,
            Status.UNDEFINED,
            unknown.decimalText() + " of the group lie in no known member",
            false)
        : new GroupMembers(numbers, status, null, numbers.isEmpty());
  }
}
