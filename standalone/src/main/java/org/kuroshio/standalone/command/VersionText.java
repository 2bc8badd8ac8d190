package org.kuroshio.standalone.command;

import org.kuroshio.standalone.release.Release;
import picocli.CommandLine.IVersionProvider;

/** For {@code --version}. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"kuroshio " + Release.version()};
  }
}
