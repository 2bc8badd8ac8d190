package org.kuroshio.standalone.broker;

import java.nio.file.Path;

/** A process that holds a data directory until it is killed. */
final class DirectoryHolder {
  private DirectoryHolder() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataDirectory.openOrCreate(Path.of(arguments[0]), "load nta-diff");
    System.out.println(ChildJvm.READY);
    Thread.currentThread().join();
  }
}
