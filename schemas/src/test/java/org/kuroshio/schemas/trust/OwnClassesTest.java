package org.kuroshio.schemas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;

/** Run without any of Avro's system properties, as a plain Connect worker is. */
class OwnClassesTest {
  @Test
  void shouldNeedNoFlag() {
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("org.apache.avro.SERIALIZABLE"));
    assertThatCode(() -> Party.newBuilder().setRole(PartyRole.LEAD).build())
        .doesNotThrowAnyException();
  }

  @Test
  void shouldStillDistrustEverybodyElse() {
    OwnClasses.model();

    assertThatThrownBy(() -> ClassSecurityValidator.validate(ProcessBuilder.class))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> ClassSecurityValidator.validate(OwnClasses.class))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void shouldDistrustSameNameFromAnotherClassLoader() throws Exception {
    URL classes = Party.class.getProtectionDomain().getCodeSource().getLocation();
    URL avro = ClassSecurityValidator.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] urls = Stream.of(classes, avro).toArray(URL[]::new);

    try (URLClassLoader other = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> foreign = Class.forName(PartyRole.class.getName(), false, other);

      assertThatThrownBy(() -> ClassSecurityValidator.validate(foreign))
          .isInstanceOf(SecurityException.class);
    }
  }
}
