package org.kuroshio.standalone.installation;

import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.TopicSettings;

/** What is said under {@code kafka}. */
record KafkaPart(Cluster cluster, String principal, TopicSettings topics, String groupPrefix) {
  /** Stands in where the section is wrong, so that the rest can be read; never used. */
  static final KafkaPart UNKNOWN =
      new KafkaPart(Cluster.open("unknown:0"), "User:unknown", TopicSettings.DEFAULT, "");
}
