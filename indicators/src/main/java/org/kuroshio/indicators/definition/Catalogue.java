package org.kuroshio.indicators.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * All definitions that are computed together, checked as a whole: ids, inputs, units, periods and
 * cycles. Immutable.
 */
public final class Catalogue {
  private final Map<String, Indicator> indicators;
  private final List<Indicator> order;
  private final List<MeasureUse> measures;
  private final String fingerprint;

  private Catalogue(Map<String, Indicator> indicators, List<Indicator> order) {
    this.indicators = indicators;
    this.order = order;
    this.measures = MeasureUse.of(order);
    this.fingerprint = fingerprint(indicators.values());
  }

  /**
   * @param indicators in any order
   * @throws org.kuroshio.schemas.yaml.DefinitionException naming the place of the first definition
   *     that doesn't fit the others
   */
  public static Catalogue of(Collection<Indicator> indicators) {
    Map<String, Indicator> byId = new TreeMap<>();
    for (Indicator indicator : indicators) {
      Indicator twin = byId.put(indicator.id(), indicator);
      if (twin != null) {
        throw new CatalogueProblem(
                indicator, "the id '" + indicator.id() + "' is also defined at " + twin.place())
            .exception();
      }
    }
    return new Catalogue(byId, new CatalogueCheck(byId).ordered());
  }

  public Optional<Indicator> find(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /**
   * @throws UnknownIndicatorException with the nearest id
   */
  public Indicator get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new UnknownIndicatorException(
                    "there is no indicator '" + id + "'" + Nearest.hint(id, indicators.keySet())));
  }

  /** Every definition, by id. */
  public Collection<Indicator> all() {
    return indicators.values();
  }

  /** The computed definitions, each after its inputs. */
  public List<Indicator> inOrder() {
    return order;
  }

  /** What the simple kinds add up, without repetition, by name. */
  public List<MeasureUse> measures() {
    return measures;
  }

  public List<MeasureUse> measures(EventStream stream) {
    return measures.stream().filter(m -> m.measure().stream().equals(stream.word())).toList();
  }

  /**
   * A digest of everything that a value depends on: sums of another fingerprint are never mixed
   * with this catalogue's.
   */
  public String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(Collection<Indicator> indicators) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Indicator indicator : indicators) {
        String meaning =
            String.join(
                "\n",
                indicator.id(),
                "" + indicator.version(),
                indicator.unit(),
                "" + indicator.polarity(),
                "" + indicator.periods(),
                "" + indicator.kind(),
                "" + indicator.lifecycle(),
                "");
        digest.update(meaning.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A measure with the indicators that read it. */
  public record MeasureUse(String name, Measure measure, List<Indicator> readers) {
    public MeasureUse {
      readers = List.copyOf(readers);
    }

    private static List<MeasureUse> of(List<Indicator> indicators) {
      Map<Measure, List<Indicator>> readers = new LinkedHashMap<>();
      for (Indicator indicator : indicators) {
        measureOf(indicator.kind())
            .ifPresent(m -> readers.computeIfAbsent(m, k -> new ArrayList<>()).add(indicator));
      }
      List<MeasureUse> uses = new ArrayList<>();
      readers.forEach(
          (measure, users) ->
              uses.add(
                  new MeasureUse(
                      users.stream()
                          .map(i -> i.id() + "@" + i.version())
                          .min(String::compareTo)
                          .orElseThrow(),
                      measure,
                      users)));
      uses.sort(java.util.Comparator.comparing(MeasureUse::name));
      return List.copyOf(uses);
    }
  }

  static Optional<Measure> measureOf(Kind kind) {
    if (kind instanceof Kind.Simple simple) {
      return Optional.of(simple.measure());
    }
    if (kind instanceof Kind.Stock stock) {
      return Optional.of(stock.measure());
    }
    return kind instanceof Kind.MedianDays median
        ? Optional.of(median.measure())
        : Optional.empty();
  }
}
