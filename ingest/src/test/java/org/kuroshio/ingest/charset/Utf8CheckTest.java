package org.kuroshio.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {
  @Property
  void shouldAgreeWithTheJdkOnAnyBytes(
      @ForAll("nearlyUtf8") byte[] bytes, @ForAll @IntRange(min = 1, max = 5) int chunk) {
    assertThat(check(bytes, chunk).firstWrongByte().isEmpty()).isEqualTo(decodes(bytes));
  }

  /** Lead bytes, continuations and their limits, so that chance finds the corners. */
  @Provide
  Arbitrary<byte[]> nearlyUtf8() {
    Arbitrary<Byte> corner =
        Arbitraries.of(
                0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe3, 0xed,
                0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff)
            .map(Integer::byteValue);
    return corner.array(byte[].class).ofMaxSize(8);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Utf8Check check(byte[] bytes, int chunk) {
    Utf8Check check = new Utf8Check();
    for (int i = 0; i < bytes.length; i += chunk) {
      check.update(bytes, i, Math.min(chunk, bytes.length - i));
    }
    return check;
  }

  @Test
  void shouldNameTheFirstByteOfTheWrongCharacter() {
    byte[] bytes = {'a', 'b', (byte) 0xe3, (byte) 0x81, 'c'};

    assertThat(check(bytes, 2).firstWrongByte()).isEqualTo(OptionalLong.of(2));
  }

  @Test
  void shouldSeeAByteOrderMarkAcrossChunks() {
    byte[] marked = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a'};
    byte[] unmarked = {'a', (byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    assertThat(check(marked, 1).hasBom()).isTrue();
    assertThat(check(unmarked, 1).hasBom()).isFalse();
  }
}
