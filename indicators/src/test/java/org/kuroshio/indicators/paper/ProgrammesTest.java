package org.kuroshio.indicators.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.table.Tables;

/** Golden test 6, and what else the paper says of programmes. */
class ProgrammesTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String KANTO = "JP-KANTO11";
  private static final String AWARDED = "program.projects.awarded";
  private static final String FRACTIONAL = "program.projects.awarded_fractional";

  @Test
  void shouldCountTheItemisedProjectsWholeAndFractional() {
    Tables tables = Tables.after(CATALOGUE, Programmes.table2());
    Map<String, String> fractional =
        Map.of(
            "JP-13", "8", "JP-20", "3/2", "JP-08", "5/4", "JP-15", "1", "JP-22", "1", "JP-19",
            "1/2", "JP-09", "1/4", "JP-10", "1/4", "JP-11", "1/4");
    Map<String, String> whole =
        Map.of(
            "JP-13", "9", "JP-20", "2", "JP-08", "2", "JP-15", "2", "JP-22", "1", "JP-19", "1",
            "JP-09", "1", "JP-10", "1", "JP-11", "1");

    Rational sum = Rational.ZERO;
    int wholeSum = 0;
    for (String region : fractional.keySet()) {
      String exact = tables.cell(FRACTIONAL, region, "FY2008").getExact();
      assertThat(exact).as(region).isEqualTo(fractional.get(region));
      assertThat(tables.show(AWARDED, region, "FY2008")).isEqualTo(whole.get(region));
      sum = sum.add(Rational.parse(exact));
      wholeSum += Integer.parseInt(whole.get(region));
    }
    assertThat(sum).isEqualTo(Rational.of(14));
    assertThat(wholeSum).isEqualTo(20);
    assertThat(tables.show(FRACTIONAL, KANTO, "FY2008")).isEqualTo("14");
    assertThat(tables.show(AWARDED, KANTO, "FY2008")).isEqualTo("14");
    assertThat(tables.show("program.projects.share", "JP:JP-13", "FY2008"))
        .isEqualTo("0.571428571429");
  }

  @Test
  void shouldAddTheEightThatAreKnownForTheRegionOnly() {
    List<SpecificRecord> events = new ArrayList<>(Programmes.table2());
    events.addAll(Programmes.unplaced());
    Tables tables = Tables.after(CATALOGUE, events);

    assertThat(tables.show(AWARDED, KANTO, "FY2008")).isEqualTo("22");
    assertThat(tables.show(AWARDED, KANTO, "FY2008", "category=INTERNATIONAL")).isEqualTo("5");
    assertThat(tables.show(AWARDED, KANTO, "FY2008", "category=DISTINCTIVE")).isEqualTo("10");
    assertThat(tables.show(AWARDED, KANTO, "FY2008", "category=FOUNDATION")).isEqualTo("7");
    assertThat(tables.show(AWARDED, "JP-13", "FY2008")).isEqualTo("9 PARTIAL");
    assertThat(tables.show(AWARDED, "JP-13", "FY2008", "category=INTERNATIONAL")).isEqualTo("4");
    assertThat(tables.show(AWARDED, "JP-CAP8", "FY2008")).endsWith(" PARTIAL");
    assertThat(tables.show(AWARDED, "unallocated:" + KANTO, "FY2008")).isEqualTo("8");
    assertThat(tables.show("program.projects.share", "JP:unallocated:" + KANTO, "FY2008"))
        .isEqualTo("0.363636363636");
    assertThat(tables.show("program.projects.share", "JP:" + KANTO, "FY2008")).isEqualTo("1");
  }

  @Test
  void shouldCountPlatformsAndTheirFirms() {
    Tables tables = Tables.after(CATALOGUE, Programmes.platforms());

    assertThat(tables.show("program.platform.adopted", KANTO, "2006")).isEqualTo("2");
    assertThat(tables.show("program.platform.adopted", KANTO, "2007")).isEqualTo("1");
    assertThat(tables.show("program.platform.adopted", KANTO, "2008")).isEqualTo("2");
    assertThat(tables.show("program.platform.adopted", KANTO, "TD")).isEqualTo("5");
    assertThat(tables.show("program.platform.adopted", "JP", "TD")).isEqualTo("21");
    assertThat(tables.show("program.platform.adopted", "JP", "unallocated:CY")).isEqualTo("16");
    String participations = "program.platform.firm_participations";
    assertThat(tables.show(participations, KANTO, "TD")).isEqualTo("36");
    assertThat(tables.show("program.platform.firms_distinct", KANTO, "TD")).isEqualTo("32");
    assertThat(tables.show("program.platform.firms_distinct", "JP-13", "TD")).isEqualTo("16");
    assertThat(tables.show(participations, "JP-14", "TD")).isEqualTo("9");
  }

  @Test
  void shouldKeepAPlatformInOperationThroughItsLastYear() {
    Tables tables = Tables.after(CATALOGUE, Programmes.platforms());
    String active = "program.platform.active";

    assertThat(tables.show(active, KANTO, "FY2008")).isEqualTo("5");
    assertThat(tables.show(active, KANTO, "2016-Q2")).isEqualTo("5 ESTIMATED");
    assertThat(tables.show(active, KANTO, "2016")).isEqualTo("5");
    assertThat(tables.show(active, KANTO, "FY2016")).isEqualTo("3 ESTIMATED");
    assertThat(tables.show(active, KANTO, "2018")).isEqualTo("1");
    assertThat(tables.show(active, KANTO, "2019")).isEqualTo("MISSING");
    assertThat(tables.show(active, KANTO, "2005")).isEqualTo("MISSING");
  }

  @Test
  void shouldCountCoordinatorsAndTheirHosts() {
    Tables tables = Tables.after(CATALOGUE, Programmes.coordinators());

    assertThat(tables.show("program.coordinators.deployed", KANTO, "2008")).isEqualTo("17");
    assertThat(tables.show("program.coordinators.deployed", "JP", "2008")).isEqualTo("77");
    assertThat(tables.show("program.coordinators.deployed", KANTO, "FY2008"))
        .isEqualTo("17 ESTIMATED");
    assertThat(tables.show("program.coordinators.deployed", KANTO, "2009")).isEqualTo("17");
    assertThat(tables.show("program.coordinators.deployed", KANTO, "FY2009")).isEqualTo("MISSING");
    assertThat(tables.cell("program.coordinators.share", "JP:" + KANTO, "2008").getExact())
        .isEqualTo("17/77");
    assertThat(tables.cell("program.coordinators.per_institution", KANTO, "2008").getExact())
        .isEqualTo("17/19");
    assertThat(tables.show("program.coordinators.per_institution", "JP", "2008"))
        .isEqualTo("UNDEFINED");
    assertThat(tables.cell("program.coordinators.institutions", "JP", "2008").getReason())
        .isEqualTo("counts different values, and 60 facts do not name theirs");
  }

  @Test
  void shouldDivideGatesPassedByGatesDecided() {
    Tables tables = Tables.after(CATALOGUE, Programmes.gates());
    String rate = "program.gate.pass_rate";

    assertThat(tables.cell(rate, "JP", "TD").getExact()).isEqualTo("4/7");
    assertThat(tables.cell(rate, "JP", "TD").getNumerator()).isEqualTo("12");
    assertThat(tables.show(rate, KANTO, "TD")).isEqualTo("1");
    assertThat(tables.show(rate, "JP", "FY2010")).isEqualTo("MISSING");
    Tables stopped = Tables.after(CATALOGUE, Programmes.gates().subList(6, 7));
    assertThat(stopped.show(rate, "JP-ZZ", "TD")).isEqualTo("0");
  }

  @Test
  void shouldCountDifferentTlos() {
    Tables tables = Tables.after(CATALOGUE, Programmes.tlos());

    assertThat(tables.show("program.tlo.supported", "JP", "TD")).isEqualTo("52");
    assertThat(tables.show("program.tlo.supported", KANTO, "TD")).isEqualTo("8");
    assertThat(tables.show("program.tlo.supported", "JP-13", "TD")).isEqualTo("5 PARTIAL");
  }
}
