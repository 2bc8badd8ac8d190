package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.List;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;

/** Refuses questions for cells that can't exist, and says what would be right. */
record QuestionCheck(CellLookup cells) {
  /**
   * @throws IllegalArgumentException with a message for whoever asked
   */
  void check(Indicator indicator, CellQuestion asked) {
    requireGroup(asked.group());
    requireColumn(indicator, asked);
    requireInGroup(asked);
  }

  private void requireGroup(String group) {
    Kind kind = cells.regions().kind(group);
    if (kind != Kind.GROUP && kind != Kind.COUNTRY && kind != Kind.WORLD) {
      throw new IllegalArgumentException(
          "'%s' is no group of regions: ask for a country (JP), a named group (JP-KANTO11) or WORLD"
              .formatted(group));
    }
  }

  private void requireColumn(Indicator indicator, CellQuestion asked) {
    PeriodType type =
        CellLookup.isTooRough(asked) ? roughType(asked.period()) : cells.period(asked).type();
    if (!indicator.periods().contains(type)) {
      throw new IllegalArgumentException(
          "%s has no cells for %s ('%s'); it has %s"
              .formatted(indicator.id(), type, asked.period(), indicator.periods()));
    }
  }

  private static PeriodType roughType(String label) {
    String word = label.substring(UnallocatedRows.PREFIX.length());
    List<PeriodType> types = List.of(PeriodType.values());
    return types.stream()
        .filter(type -> type.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no column: what is dated too roughly stands in %s and one of %s"
                        .formatted(label, UnallocatedRows.PREFIX, types)));
  }

  private void requireInGroup(CellQuestion asked) {
    Regions regions = cells.regions();
    String place = CellLookup.place(asked.region());
    LocalDate on =
        CellLookup.isTooRough(asked) ? CellLookup.END_OF_TIME : CellLookup.on(cells.period(asked));
    if (!regions.containing(place, on).contains(asked.group())) {
      throw new IllegalArgumentException(
          "%s does not lie in %s: ask with the group %s"
              .formatted(
                  asked.region(), asked.group(), cells.groupFor(asked.group(), asked.region())));
    }
  }
}
