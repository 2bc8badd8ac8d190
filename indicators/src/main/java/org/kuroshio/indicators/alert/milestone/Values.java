package org.kuroshio.indicators.alert.milestone;

import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.milestone.Fact.FundingFact;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;
import org.kuroshio.indicators.alert.milestone.Fact.ProjectFact;

/** What alerts say of an entity, by name. */
final class Values {
  private Values() {}

  static Map<String, String> of(Fact fact) {
    Map<String, String> values = new TreeMap<>();
    values.put("name", fact.name("en"));
    values.put("region", fact.region());
    if (fact.project() != null) {
      values.put("project", fact.project());
    }
    if (fact instanceof MilestoneFact milestone) {
      milestone(milestone, values);
    } else if (fact instanceof ProjectFact project) {
      values.put("end", Ends.text(project.end()));
    } else if (fact instanceof FundingFact line) {
      values.put("end", Ends.text(line.end()));
    }
    return values;
  }

  private static void milestone(MilestoneFact milestone, Map<String, String> values) {
    values.put("milestone", milestone.entityId());
    values.put("kind", milestone.kind().name());
    values.put("status", milestone.status().name());
    values.put("due", Ends.text(milestone.due()));
    values.put("dueOriginal", Ends.text(milestone.dueOriginal()));
    values.put("slip", Long.toString(milestone.slipDays()));
    if (milestone.reachedOn() != null) {
      values.put("reachedOn", milestone.reachedOn().toString());
    }
    if (milestone.decision() != null) {
      values.put("decision", milestone.decision().name());
    }
  }

  /** A change of a name or region is nothing new to tell; a change of a date is. */
  static String mark(Map<String, String> values) {
    Map<String, String> telling = new TreeMap<>(values);
    telling.keySet().removeAll(java.util.Set.of("name", "region", "project", "status"));
    return telling.toString();
  }
}
