package org.kuroshio.indicators.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.region.Regions;

/**
 * What no definition asks for and every table needs: observations, published figures and coverage.
 */
final class ReferenceProjection {
  /**
   * Items of coverage cells: the region's own number is complete, or its members' numbers are too.
   */
  static final String COVERS_TOTAL = "total";

  static final String COVERS_MEMBERS = "members";

  /** Each day of it may be a zero for every region. */
  private static final int LONGEST_COVERAGE_DAYS = 50 * 366;

  private final Regions regions;
  private final Schema observation;
  private final Schema figure;
  private final Schema coverage;

  ReferenceProjection(Schema envelope, Regions regions) {
    this.regions = regions;
    this.observation = named(envelope, "Observation");
    this.figure = named(envelope, "ReportedFigure");
    this.coverage = named(envelope, "Coverage");
  }

  static List<String> paths(String entity) {
    return switch (entity) {
      case "Observation" ->
          List.of("series", "region", "referenceDate", "value", "unit", "vintage");
      case "ReportedFigure" ->
          List.of(
              "indicatorId",
              "group",
              "region",
              "period",
              "breakdown",
              "value",
              "low",
              "high",
              "unit",
              "tolerance");
      case "Coverage" -> List.of("source", "indicator", "regions", "period", "complete");
      default -> List.of();
    };
  }

  void apply(String entityId, IndexedRecord record, Contribution.Sink sink) {
    switch (record.getSchema().getName()) {
      case "Observation" -> observation(entityId, record, sink);
      case "ReportedFigure" -> figure(entityId, record, sink);
      case "Coverage" -> coverage(record, sink);
      default ->
          throw new IllegalStateException("no projection for " + record.getSchema().getName());
    }
  }

  private void observation(String entityId, IndexedRecord record, Contribution.Sink sink) {
    Interval date = Interval.of(get(observation, record, "referenceDate"));
    String item = get(observation, record, "vintage") + "\n" + entityId;
    String region = tableRegion(get(observation, record, "region").toString());
    sink.add(
        new Contribution(
            "observation:" + get(observation, record, "series"),
            "",
            date.from(),
            date.to(),
            region,
            item,
            get(observation, record, "unit").toString(),
            FieldPath.tenThousandths(get(observation, record, "value"))));
  }

  private void figure(String entityId, IndexedRecord record, Contribution.Sink sink) {
    String group = get(figure, record, "group").toString();
    String item =
        String.join(
            "\n",
            group.isEmpty() ? "" : tableRegion(group),
            get(figure, record, "period").toString(),
            get(figure, record, "breakdown").toString(),
            decimal(get(figure, record, "value")),
            decimal(get(figure, record, "low")),
            decimal(get(figure, record, "high")),
            decimal(get(figure, record, "tolerance")),
            entityId);
    String region = tableRegion(get(figure, record, "region").toString());
    sink.add(
        new Contribution(
            "figure:" + get(figure, record, "indicatorId"),
            "",
            0,
            0,
            region,
            item,
            get(figure, record, "unit").toString(),
            1));
  }

  private void coverage(IndexedRecord record, Contribution.Sink sink) {
    if (!(Boolean) get(coverage, record, "complete")) {
      return;
    }
    Interval days = Interval.of(get(coverage, record, "period"));
    if (days.to() - days.from() > LONGEST_COVERAGE_DAYS) {
      throw new UncountableException(
          "coverage-too-long",
          "a coverage spans at most fifty years; declare what is really known");
    }
    List<String> listed =
        ((List<?>) get(coverage, record, "regions"))
            .stream().map(r -> tableRegion(r.toString())).distinct().toList();
    for (String region : listed) {
      // a group beside some of its own members is complete as a total; alone, it speaks for each of
      // its members
      boolean totalOnly =
          listed.stream()
              .anyMatch(
                  other ->
                      !other.equals(region)
                          && regions
                              .containing(other, LocalDate.ofEpochDay(days.to()))
                              .contains(region));
      sink.add(
          new Contribution(
              "coverage:" + get(coverage, record, "indicator"),
              "",
              days.from(),
              days.to(),
              region,
              totalOnly ? COVERS_TOTAL : COVERS_MEMBERS,
              "",
              1));
    }
  }

  /** A region that tables have: countries and WORLD stand for themselves here. */
  private String tableRegion(String code) {
    return regions.isKnown(code) ? code : regions.canonical(code);
  }

  /** Scale 10, as in the schema; empty for null. */
  private static String decimal(Object value) {
    if (value == null) {
      return "";
    }
    ByteBuffer bytes =
        value instanceof GenericFixed fixed
            ? ByteBuffer.wrap(fixed.bytes())
            : ((ByteBuffer) value).duplicate();
    byte[] unscaled = new byte[bytes.remaining()];
    bytes.get(unscaled);
    return new BigDecimal(new BigInteger(unscaled), 10).stripTrailingZeros().toPlainString();
  }

  private static Object get(Schema schema, IndexedRecord record, String field) {
    return record.get(schema.getField(field).pos());
  }

  private static Schema named(Schema envelope, String name) {
    return envelope.getField("entity").schema().getTypes().stream()
        .filter(s -> s.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
