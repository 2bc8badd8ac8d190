package org.kuroshio.ingest.file;

import java.util.regex.Pattern;

/**
 * A glob: {@code *} within a folder, {@code **} across folders, {@code ?}, <code>{a,b}</code>.
 * Without a slash it is matched with a file's name, with one with its path below the folder that
 * the user named.
 */
public record FilePattern(String glob, Pattern regex) {
  /**
   * @throws IllegalArgumentException if the glob is empty or a brace is not closed
   */
  public static FilePattern of(String glob) {
    if (glob.isBlank()) {
      throw new IllegalArgumentException("a pattern is empty");
    }
    return new FilePattern(glob, Pattern.compile(translate(glob)));
  }

  public boolean matches(String relativePath) {
    String seen = glob.indexOf('/') >= 0 ? relativePath : baseName(relativePath);
    return regex.matcher(seen).matches();
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String translate(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean inBraces = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '{' && !inBraces) {
        regex.append("(?:");
        inBraces = true;
      } else if (c == '}' && inBraces) {
        regex.append(')');
        inBraces = false;
      } else if (c == ',' && inBraces) {
        regex.append('|');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    if (inBraces) {
      throw new IllegalArgumentException("'{' without '}' in the pattern '" + glob + "'");
    }
    return regex.toString();
  }

  @Override
  public String toString() {
    return glob;
  }
}
