package org.kuroshio.serve.delivery.mail;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one language, from {@code mail*.properties} beside this class. */
final class MailWords {
  private static final String BUNDLE = "org.kuroshio.serve.delivery.mail.mail";

  private final String language;
  private final ResourceBundle bundle;

  /**
   * @param language en, ja or zh
   */
  MailWords(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String language() {
    return language;
  }

  String transition(String transition) {
    return bundle.getString(transition);
  }

  String andMore(int count) {
    return bundle.getString("and-more").formatted(count);
  }

  String reason() {
    return bundle.getString("reason");
  }

  String by() {
    return bundle.getString("by");
  }

  String footer() {
    return bundle.getString("footer");
  }
}
