package org.kuroshio.schemas.trust;

import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * The generated record classes as Avro's class check sees them.
 *
 * <p>Avro 1.12.2 refuses every class that a schema names and that is not on a JVM-wide list. Even a
 * builder's default runs into it. Generated records take their data model from {@link #model()}, so
 * the list has been widened before one of them can be used, whoever starts the JVM: the launcher, a
 * test, a plain Connect worker. What other users of the JVM trust stays as it is.
 */
public final class OwnClasses {
  private static final Set<String> PACKAGES =
      Set.of(
          "org.kuroshio.schemas.event",
          "org.kuroshio.schemas.program",
          "org.kuroshio.schemas.patent",
          "org.kuroshio.schemas.venture",
          "org.kuroshio.schemas.reference",
          "org.kuroshio.schemas.table");

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(OwnClasses::isOwn, ClassSecurityValidator.getGlobal()));
  }

  private OwnClasses() {}

  /**
   * A fresh data model bound to the class loader of the generated classes; not shared, as
   * conversions are added to it.
   */
  public static SpecificData model() {
    return new SpecificData(OwnClasses.class.getClassLoader());
  }

  /** The same package from another class loader is somebody else's code. */
  private static boolean isOwn(Class<?> type) {
    return PACKAGES.contains(type.getPackageName())
        && type.getClassLoader() == OwnClasses.class.getClassLoader();
  }
}
