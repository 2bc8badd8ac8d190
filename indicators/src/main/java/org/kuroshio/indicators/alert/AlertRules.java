package org.kuroshio.indicators.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.indicators.alert.milestone.MilestoneTests;
import org.kuroshio.indicators.alert.reconciliation.ReportedTests;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.alert.rule.RuleReader;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.alert.rule.TestKind;
import org.kuroshio.indicators.alert.threshold.ThresholdTests;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.yaml.DefinitionFile;

/** Where rules come from: the shipped YAML files, and files of the user beside them. */
public final class AlertRules {
  private static final String FOLDER = "/alerts/";

  private final List<TestKind> kinds;
  private final RuleReader reader;

  /**
   * @param catalogue where indicators are looked up
   * @param regions where regions and groups are
   */
  public AlertRules(Catalogue catalogue, Regions regions) {
    List<TestKind> all = new ArrayList<>(MilestoneTests.kinds());
    all.addAll(ThresholdTests.kinds(catalogue, regions));
    all.addAll(ReportedTests.kinds());
    this.kinds = List.copyOf(all);
    this.reader = new RuleReader(kinds);
  }

  /** Every word that `test:` may have. */
  public List<TestKind> kinds() {
    return kinds;
  }

  /**
   * The shipped rules and those of more files.
   *
   * @throws org.kuroshio.schemas.yaml.DefinitionException naming file, line and what would be right
   */
  public RuleSet with(List<Path> more) {
    List<AlertRule<?>> rules = new ArrayList<>();
    for (String name : resource("index").lines().filter(l -> !l.isBlank()).toList()) {
      rules.addAll(reader.read(name, resource(name)));
    }
    more.forEach(file -> rules.addAll(read(file)));
    return new RuleSet(rules);
  }

  /** The rules of one file of the user. */
  public List<AlertRule<?>> read(Path file) {
    return reader.read(file.toString(), DefinitionFile.text(file));
  }

  private static String resource(String name) {
    try (InputStream in = AlertRules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
