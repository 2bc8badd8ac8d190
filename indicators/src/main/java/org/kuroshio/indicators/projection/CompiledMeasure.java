package org.kuroshio.indicators.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.definition.Aggregation;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Condition;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Measure;
import org.kuroshio.indicators.definition.Measure.Timing;
import org.kuroshio.indicators.period.DayInterval;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.IntervalGrid;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;

/** One measure, ready to be applied to decoded entities. */
final class CompiledMeasure {
  private static final Pattern NOT_IN_A_KEY = Pattern.compile("[|\\p{Cntrl}]");

  /** What is counted at one place: an amount, in a unit, with an item. */
  private record Counted(String regions, String item, String unit, long amount) {}

  private record Dimension(String name, FieldPath path) {}

  private final String name;
  private final Measure measure;
  private final Filter where;
  private final Locations locations;
  private final List<Dimension> dimensions;
  private final IntervalGrid grid;
  private final FieldPath each;
  private final Filter eachWhere;
  private final boolean eachIsPlace;
  private final FieldPath counted;
  private final List<PresencePaths> presences;
  private final List<FieldPath> dates;
  private final FieldPath daysTo;

  CompiledMeasure(MeasureUse use, Schema entity, Regions regions) {
    this.name = use.name();
    this.measure = use.measure();
    this.where = new Filter(entity, measure.where());
    this.locations = new Locations(entity, measure.region(), regions);
    this.dimensions =
        measure.breakdown().stream().map(p -> new Dimension(p, new FieldPath(entity, p))).toList();
    this.grid = IntervalGrid.of(periodTypes(use), calendars(regions));
    this.each = measure.each().map(e -> new FieldPath(entity, e.path())).orElse(null);
    Schema element =
        measure
            .each()
            .map(e -> ReaderSchema.element(FieldPath.schema(entity, e.path())))
            .orElse(null);
    this.eachWhere = measure.each().map(e -> new Filter(element, e.where())).orElse(null);
    this.eachIsPlace =
        measure.each().filter(e -> e.path().equals(measure.region().path())).isPresent()
            && measure.region().roles().isEmpty();
    Schema root = element == null ? entity : element;
    this.counted =
        measure.aggregation() instanceof Aggregation.Sum sum
            ? new FieldPath(entity, sum.path())
            : measure.aggregation() instanceof Aggregation.Distinct distinct
                ? new FieldPath(root, distinct.path())
                : null;
    this.daysTo =
        measure.aggregation() instanceof Aggregation.Days days
            ? new FieldPath(entity, days.to())
            : null;
    this.dates =
        measure.timing() instanceof Timing.At at
            ? at.paths().stream().map(p -> new FieldPath(entity, p)).toList()
            : List.of();
    this.presences =
        measure.timing() instanceof Timing.During during
            ? during.presences().stream().map(p -> new PresencePaths(entity, p)).toList()
            : List.of();
  }

  /** Every path below the entity that this measure reads. */
  static List<String> paths(Measure measure) {
    List<String> paths = new ArrayList<>();
    measure.where().forEach(c -> addCondition(paths, "", c));
    measure
        .each()
        .ifPresent(
            e -> {
              paths.add(e.path());
              e.where().forEach(c -> addCondition(paths, e.path() + ".", c));
            });
    paths.add(measure.region().path());
    paths.addAll(measure.breakdown());
    if (measure.aggregation() instanceof Aggregation.Sum sum) {
      paths.add(sum.path());
    } else if (measure.aggregation() instanceof Aggregation.Distinct distinct) {
      paths.add(measure.each().map(e -> e.path() + ".").orElse("") + distinct.path());
    } else if (measure.aggregation() instanceof Aggregation.Days days) {
      paths.add(days.from());
      paths.add(days.to());
    }
    if (measure.timing() instanceof Timing.At at) {
      paths.addAll(at.paths());
    } else {
      ((Timing.During) measure.timing())
          .presences()
          .forEach(p -> paths.addAll(PresencePaths.paths(p)));
    }
    return paths;
  }

  private static void addCondition(List<String> paths, String prefix, Condition condition) {
    paths.add(prefix + condition.path());
    if (condition instanceof Condition.NotAfter notAfter) {
      paths.add(prefix + notAfter.otherPath());
    } else if (condition instanceof Condition.Before before) {
      paths.add(prefix + before.otherPath());
    } else if (condition instanceof Condition.AtLeast atLeast) {
      String inside = prefix + atLeast.path() + ".";
      atLeast.having().forEach(c -> addCondition(paths, inside, c));
      if (!atLeast.different().isEmpty()) {
        paths.add(inside + atLeast.different());
      }
    }
  }

  void apply(IndexedRecord entity, long standsFor, Contribution.Sink sink) {
    if (!where.test(entity)) {
      return;
    }
    for (Counted counted : counted(entity, standsFor)) {
      if (measure.timing() instanceof Timing.At) {
        at(entity, counted, sink);
      } else {
        for (PresencePaths presence : presences) {
          presence.deltas(
              entity,
              (day, sign, certain) ->
                  stock(entity, presence.line(), day, sign, certain, counted, sink));
        }
      }
    }
  }

  private List<Counted> counted(IndexedRecord entity, long standsFor) {
    if (each == null) {
      Counted one = countedOnce(entity, locations.of(entity), standsFor);
      return one == null ? List.of() : List.of(one);
    }
    List<Counted> all = new ArrayList<>();
    for (IndexedRecord element : each.list(entity)) {
      if (eachWhere.test(element)) {
        Counted one =
            countedOnce(
                counted == null ? entity : element,
                eachIsPlace ? locations.ofParty(element) : locations.of(entity),
                standsFor);
        if (one != null) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private Counted countedOnce(IndexedRecord from, String regions, long standsFor) {
    if (counted == null) {
      return new Counted(regions, Item.PLAIN, "", standsFor);
    }
    Object value = counted.get(from);
    if (measure.aggregation() instanceof Aggregation.Distinct) {
      return value == null || standsFor != 1
          ? new Counted(regions, Item.NAMELESS, "", standsFor)
          : new Counted(regions, Item.distinct(value.toString()), "", 1);
    }
    if (value == null) {
      return null;
    }
    if (value instanceof IndexedRecord money) {
      Object amount = money.get(0);
      return amount == null
          ? null
          : new Counted(regions, Item.PLAIN, word(money.get(1)), FieldPath.tenThousandths(amount));
    }
    return new Counted(regions, Item.PLAIN, "", Math.multiplyExact((Long) value, standsFor));
  }

  private void at(IndexedRecord entity, Counted counted, Contribution.Sink sink) {
    for (FieldPath path : dates) {
      Object date = path.get(entity);
      if (date != null) {
        Interval interval = Interval.of(date);
        if (daysTo != null) {
          Object end = daysTo.get(entity);
          String item = end == null ? Item.open() : Item.until(Interval.of(end).to());
          emit(entity, "", interval.to(), interval.to(), item, counted, counted.amount(), sink);
        } else {
          DayInterval snapped = grid.snap(interval.from(), interval.to());
          emit(
              entity,
              "",
              snapped.fromDay(),
              snapped.toDay(),
              counted.item(),
              counted,
              counted.amount(),
              sink);
        }
        return;
      }
    }
  }

  private void stock(
      IndexedRecord entity,
      String phase,
      int day,
      int sign,
      boolean certain,
      Counted counted,
      Contribution.Sink sink) {
    String item = certain ? counted.item() : Item.UNCERTAIN;
    emit(entity, phase, day, day, item, counted, sign * counted.amount(), sink);
  }

  private void emit(
      IndexedRecord entity,
      String phase,
      int from,
      int to,
      String item,
      Counted counted,
      long amount,
      Contribution.Sink sink) {
    sink.add(new Contribution(name, "", from, to, counted.regions(), item, counted.unit(), amount));
    if (!phase.isEmpty()) {
      sink.add(
          new Contribution(name, phase, from, to, counted.regions(), item, counted.unit(), amount));
    }
    for (Dimension dimension : dimensions) {
      for (Object one : values(dimension.path().get(entity))) {
        sink.add(
            new Contribution(
                name,
                dimension.name() + "=" + word(one),
                from,
                to,
                counted.regions(),
                item,
                counted.unit(),
                amount));
      }
    }
  }

  /** A field's values, each once; none for null. */
  private static Collection<?> values(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Collection<?> many ? Set.copyOf(many) : List.of(value);
  }

  /** A value as it may stand in a cell's key, whose parts are divided by bars. */
  private static String word(Object value) {
    return NOT_IN_A_KEY.matcher(value.toString()).replaceAll("_");
  }

  private static FiscalCalendar[] calendars(Regions regions) {
    return regions.countries().stream()
        .flatMap(c -> regions.calendar(c).stream())
        .toArray(FiscalCalendar[]::new);
  }

  private static Set<PeriodType> periodTypes(MeasureUse use) {
    EnumSet<PeriodType> types = EnumSet.noneOf(PeriodType.class);
    for (Indicator reader : use.readers()) {
      types.addAll(reader.periods());
    }
    return types;
  }
}
