package org.kuroshio.indicators.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.kuroshio.indicators.definition.RegionBasis;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Regions;

/**
 * Where an entity counts, as the text of a {@link RegionSet}. Not thread-safe: it remembers the
 * codes it has seen.
 */
final class Locations {
  private static final String NOWHERE = "ZZ";

  private final FieldPath path;
  private final boolean code;
  private final List<String> roles;
  private final Regions regions;
  private final Map<String, String> canonical = new HashMap<>();
  private int rolePosition;
  private int regionPosition;
  private int numeratorPosition;
  private int denominatorPosition;

  Locations(Schema entity, RegionBasis basis, Regions regions) {
    this.path = new FieldPath(entity, basis.path());
    Schema found = FieldPath.schema(entity, basis.path());
    this.code = found.getType() == Schema.Type.STRING;
    if (!code) {
      Schema party = ReaderSchema.element(found);
      rolePosition = party.getField("role").pos();
      regionPosition = party.getField("region").pos();
      numeratorPosition = party.getField("weightNumerator").pos();
      denominatorPosition = party.getField("weightDenominator").pos();
    }
    this.roles = basis.roles();
    this.regions = regions;
  }

  /**
   * @throws org.kuroshio.indicators.region.UnknownRegionException for a code that its country's
   *     pack does not have
   * @throws UncountableException for a party that weighs nothing or less
   */
  String of(IndexedRecord entity) {
    Object value = path.get(entity);
    if (value == null) {
      return NOWHERE;
    }
    if (code) {
      return canonical(value.toString());
    }
    return value instanceof List<?> parties
        ? ofParties(parties)
        : canonical(((IndexedRecord) value).get(regionPosition).toString());
  }

  /** One element of an array of parties that is counted by itself where it stands. */
  String ofParty(IndexedRecord party) {
    return canonical(party.get(regionPosition).toString());
  }

  private String ofParties(List<?> parties) {
    if (roles.isEmpty()) {
      return weighed(parties, null);
    }
    for (String role : roles) {
      String found = weighed(parties, role);
      if (found != null) {
        return found;
      }
    }
    return NOWHERE;
  }

  private String weighed(List<?> parties, String role) {
    String common = common(parties, role);
    return common != null ? common : divided(parties, role);
  }

  /**
   * The region of all parties of the role where they stand in one, as most do; null where they
   * don't, where there are none, or where a weight has to be looked at.
   */
  private String common(List<?> parties, String role) {
    String common = null;
    for (Object element : parties) {
      IndexedRecord party = (IndexedRecord) element;
      if (role != null && !party.get(rolePosition).toString().equals(role)) {
        continue;
      }
      String region = canonical(party.get(regionPosition).toString());
      if ((common != null && !common.equals(region))
          || (Long) party.get(numeratorPosition) != 1
          || (Long) party.get(denominatorPosition) != 1) {
        return null;
      }
      common = region;
    }
    return common;
  }

  private String divided(List<?> parties, String role) {
    TreeMap<String, Long> counts = new TreeMap<>();
    TreeMap<String, Rational> weights = null;
    long total = 0;
    for (Object element : parties) {
      IndexedRecord party = (IndexedRecord) element;
      if (role != null && !party.get(rolePosition).toString().equals(role)) {
        continue;
      }
      String region = canonical(party.get(regionPosition).toString());
      long numerator = (Long) party.get(numeratorPosition);
      long denominator = (Long) party.get(denominatorPosition);
      if (numerator <= 0 || denominator <= 0) {
        throw new UncountableException(
            "weight-out-of-range",
            "a party weighs more than 0, not " + numerator + "/" + denominator);
      }
      if (weights == null && (numerator != 1 || denominator != 1)) {
        weights = new TreeMap<>();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
          weights.put(count.getKey(), Rational.of(count.getValue()));
        }
      }
      if (weights != null) {
        weights.merge(region, Rational.of(numerator, denominator), Rational::add);
      }
      counts.merge(region, 1L, Long::sum);
      total++;
    }
    if (total == 0) {
      return role == null ? NOWHERE : null;
    }
    return weights == null ? RegionSet.ofCounts(counts, total) : RegionSet.ofWeights(weights);
  }

  private String canonical(String region) {
    String known = canonical.get(region);
    if (known == null) {
      known = regions.canonical(region);
      canonical.put(region, known);
    }
    return known;
  }
}
