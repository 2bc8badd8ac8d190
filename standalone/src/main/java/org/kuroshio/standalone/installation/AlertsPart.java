package org.kuroshio.standalone.installation;

import java.nio.file.Path;
import java.util.List;
import org.kuroshio.serve.delivery.settings.DeliverySettings;

/**
 * What people are told, and how.
 *
 * @param rules files of rules beside the shipped ones; the role {@code streams} judges by them
 * @param delivery channels of the role {@code serve}
 */
public record AlertsPart(List<Path> rules, DeliverySettings delivery) {
  public static final AlertsPart USUAL = new AlertsPart(List.of(), DeliverySettings.NONE);

  public AlertsPart {
    rules = List.copyOf(rules);
  }
}
