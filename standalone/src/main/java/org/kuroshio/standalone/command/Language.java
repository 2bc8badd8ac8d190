package org.kuroshio.standalone.command;

/** The languages of titles and names, as said by {@code --lang}. */
enum Language {
  en,
  ja,
  zh
}
