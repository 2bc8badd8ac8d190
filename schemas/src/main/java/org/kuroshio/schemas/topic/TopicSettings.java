package org.kuroshio.schemas.topic;

/**
 * What an installation may choose about its topics.
 *
 * @param prefix put in front of every topic name; may be empty
 * @param eventPartitions of each event topic. It can't be changed later, as keys would move
 * @param replicationFactor copies of every topic; -1 takes the broker's default.replication.factor
 */
public record TopicSettings(String prefix, int eventPartitions, short replicationFactor) {
  public static final TopicSettings DEFAULT = new TopicSettings("", 4, (short) -1);

  public TopicSettings {
    if (!prefix.matches("[A-Za-z0-9._-]{0,180}")) {
      throw new IllegalArgumentException(
          "prefix of the topic names must be letters, digits, '.', '_' and '-', was '"
              + prefix
              + "'");
    }
    if (eventPartitions < 1 || eventPartitions > 1000) {
      throw new IllegalArgumentException(
          "eventPartitions must be 1 to 1000, was " + eventPartitions);
    }
    if (replicationFactor < 1 && replicationFactor != -1) {
      throw new IllegalArgumentException(
          "replicationFactor must be 1 or more, or -1 for the broker's default, was "
              + replicationFactor);
    }
  }

  public TopicSettings withPrefix(String other) {
    return new TopicSettings(other, eventPartitions, replicationFactor);
  }

  public TopicSettings withEventPartitions(int other) {
    return new TopicSettings(prefix, other, replicationFactor);
  }
}
