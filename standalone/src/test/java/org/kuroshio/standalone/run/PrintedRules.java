package org.kuroshio.standalone.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The {@code kafka-acls.sh} lines of a dry run, understood as that tool does. */
final class PrintedRules {
  private static final Pattern COMMAND =
      Pattern.compile(
          "kafka-acls.sh --bootstrap-server \\S+ --add --allow-principal (?<principal>\\S+)"
              + "(?<operations>( --operation \\S+)+)"
              + " --(?<resource>topic|group|transactional-id) (?<name>\\S+)"
              + "(?<prefixed> --resource-pattern-type prefixed)?");
  private static final Pattern OPERATION = Pattern.compile("--operation (\\S+)");

  private PrintedRules() {}

  static List<AclBinding> of(String printed) {
    List<AclBinding> bindings = new ArrayList<>();
    Matcher command = COMMAND.matcher(printed);
    while (command.find()) {
      ResourcePattern resource =
          new ResourcePattern(
              ResourceType.fromString(command.group("resource").replace("-id", "_id")),
              command.group("name"),
              command.group("prefixed") == null ? PatternType.LITERAL : PatternType.PREFIXED);
      OPERATION
          .matcher(command.group("operations"))
          .results()
          .map(found -> found.group(1))
          .forEach(
              operation ->
                  bindings.add(
                      new AclBinding(
                          resource,
                          new AccessControlEntry(
                              command.group("principal"),
                              "*",
                              operation(operation),
                              AclPermissionType.ALLOW))));
    }
    return bindings;
  }

  private static AclOperation operation(String word) {
    return AclOperation.fromString(word.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
  }
}
