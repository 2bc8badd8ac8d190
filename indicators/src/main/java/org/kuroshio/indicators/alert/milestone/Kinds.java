package org.kuroshio.indicators.alert.milestone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.yaml.YamlMap;

/**
 * Which kinds of milestone a rule is about.
 *
 * @param kinds never empty
 */
record Kinds(Set<MilestoneKind> kinds) {
  private static final Set<MilestoneKind> ALL =
      EnumSet.copyOf(Arrays.asList(MilestoneKind.values()));

  static Kinds read(YamlMap rule) {
    return new Kinds(
        rule.has("kinds")
            ? rule.items("kinds").stream()
                .map(kind -> kind.asText().asConstant(MilestoneKind.class))
                .collect(Collectors.toSet())
            : ALL);
  }

  /** The milestone, if the fact is one of these kinds. */
  Optional<MilestoneFact> in(Fact fact) {
    return fact instanceof MilestoneFact milestone && kinds.contains(milestone.kind())
        ? Optional.of(milestone)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return kinds.equals(ALL)
        ? "a milestone"
        : "a milestone of kind "
            + kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.joining(" or "));
  }
}
