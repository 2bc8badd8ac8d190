package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.event.MoneyStatus;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.Commercialisation;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Membership;
import org.kuroshio.schemas.program.NetworkKind;
import org.kuroshio.schemas.program.Placement;
import org.kuroshio.schemas.program.PlacementRole;

class PaperSupportTest {
  private final LoadedSource paper = LoadedSource.bundled("paper");

  @Test
  void shouldPlaceSeventeenOfSeventySevenCoordinatorsAtNineteenInstitutions() {
    List<Fact> coordinators = placements(PlacementRole.COORDINATOR).toList();
    List<Fact> inRegion =
        coordinators.stream()
            .filter(fact -> hosts(fact).anyMatch(host -> host.getRegion().equals("JP-KANTO11")))
            .toList();

    assertThat(coordinators.stream().mapToLong(Fact::standsFor).sum()).isEqualTo(77);
    assertThat(inRegion).hasSize(17).allMatch(fact -> fact.standsFor() == 1);
    assertThat(
            inRegion.stream()
                .flatMap(PaperSupportTest::hosts)
                .map(Party::getOrganisationId)
                .distinct())
        .hasSize(19);
    assertThat(inRegion)
        .allSatisfy(
            fact ->
                assertThat(
                        hosts(fact)
                            .map(
                                host ->
                                    Shares.of(
                                        host.getWeightNumerator(), host.getWeightDenominator()))
                            .reduce(Shares.of(0, 1), Shares::plus))
                    .hasToString("1"));
  }

  @Test
  void shouldTrainSixteenLiaisonsAndSeventySixSpecialists() {
    assertThat(placements(PlacementRole.LIAISON).mapToLong(fact -> placement(fact).getHeadcount()))
        .containsExactly(16L);
    assertThat(
            placements(PlacementRole.SPECIALIST).mapToLong(fact -> placement(fact).getHeadcount()))
        .containsExactly(76L);
  }

  @Test
  void shouldJoinTwentySevenBodiesInTheCommunityAndThirteenInTheNetwork() {
    assertThat(members("paper:network:kanto-community"))
        .isEqualTo(Map.of("university", 7L, "research institute", 13L, "foundation", 7L));
    assertThat(members("paper:network:ip-network"))
        .isEqualTo(Map.of("university", 12L, "securities firm", 1L));
    assertThat(members("paper:network:tama-tlo")).isEqualTo(Map.of("university", 17L));
  }

  @Test
  void shouldSupportFiftyTwoDifferentTlosEightOfThemInTheRegion() {
    List<Membership> supported =
        paper
            .all(Membership.class)
            .filter(fact -> fact.standsFor() == 1)
            .map(fact -> (Membership) fact.entity())
            .filter(
                m ->
                    m.getNetworkKind() == NetworkKind.TLO_SERVICE
                        && m.getMemberKind().equals("TLO"))
            .toList();

    assertThat(supported.stream().map(m -> m.getMember().getOrganisationId()).distinct())
        .hasSize(52);
    Map<String, Long> byRegion =
        supported.stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.getMember().getRegion(), TreeMap::new, Collectors.counting()));
    assertThat(byRegion).hasToString("{JP-13=5, JP-19=1, JP-20=1, JP-KANTO11=1, JP-ZZ=44}");
  }

  @Test
  void shouldHaveTheResultsOfTheTloProgrammeAsTotals() {
    Map<String, Long> filed =
        paper
            .all(Application.class)
            .collect(Collectors.toMap(PaperSupportTest::kind, Fact::standsFor));

    assertThat(filed)
        .isEqualTo(
            Map.of("domestic ACADEMIA", 573L, "foreign ACADEMIA", 57L, "foreign UNKNOWN", 2755L));
    assertThat(paper.all(Commercialisation.class).map(Fact::standsFor)).containsExactly(539L);
  }

  @Test
  void shouldAnnounceTwentyTwoToTwentyNineThousandMillionForFivePlatforms() {
    List<Funding> years = funding("paper:programme:PF").toList();

    assertThat(years)
        .hasSize(50)
        .allMatch(line -> line.getMoney().getStatus() == MoneyStatus.ANNOUNCED);
    assertThat(sum(years, line -> first(line.getMoney().getAmount(), line.getMoney().getLow())))
        .isEqualByComparingTo("22000000000");
    assertThat(sum(years, line -> first(line.getMoney().getAmount(), line.getMoney().getHigh())))
        .isEqualByComparingTo("29000000000");
  }

  @Test
  void shouldSubsidiseTwoThirdsOfForeignPatentCost() {
    List<Funding> years = funding("paper:programme:REG-PIO").toList();
    BigDecimal subsidy = sum(years, line -> line.getMoney().getAmount());
    BigDecimal cost = sum(years, line -> line.getEligibleCost().getAmount());

    assertThat(years).hasSize(5);
    assertThat(subsidy).isEqualByComparingTo("1000000000");
    assertThat(subsidy.multiply(BigDecimal.valueOf(3)))
        .isEqualByComparingTo(cost.multiply(BigDecimal.valueOf(2)));
  }

  private Stream<Fact> placements(PlacementRole role) {
    return paper.all(Placement.class).filter(fact -> placement(fact).getRole() == role);
  }

  private Map<String, Long> members(String network) {
    return paper
        .all(Membership.class)
        .filter(fact -> ((Membership) fact.entity()).getNetworkId().equals(network))
        .collect(
            Collectors.toMap(
                fact -> ((Membership) fact.entity()).getMemberKind(), Fact::standsFor));
  }

  private Stream<Funding> funding(String programme) {
    return paper
        .all(Funding.class)
        .map(fact -> (Funding) fact.entity())
        .filter(line -> line.getProgrammeId().equals(programme));
  }

  private static String kind(Fact fact) {
    Application application = (Application) fact.entity();
    Sector sector = application.getOnBehalfOf();
    return (application.getDomestic() ? "domestic " : "foreign ") + sector;
  }

  private static Stream<Party> hosts(Fact fact) {
    return placement(fact).getHosts().stream();
  }

  private static Placement placement(Fact fact) {
    return (Placement) fact.entity();
  }

  private static BigDecimal sum(List<Funding> lines, Function<Funding, BigDecimal> amount) {
    return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal first(BigDecimal one, BigDecimal other) {
    return Objects.requireNonNullElse(one, other);
  }
}
