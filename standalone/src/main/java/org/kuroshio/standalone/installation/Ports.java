package org.kuroshio.standalone.installation;

/** What a port may be. */
final class Ports {
  private static final int LARGEST = 65_535;

  private Ports() {}

  /**
   * @throws IllegalArgumentException if it is none; 0 stands for any that is free
   */
  static void check(int port) {
    if (port < 0 || port > LARGEST) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
  }
}
