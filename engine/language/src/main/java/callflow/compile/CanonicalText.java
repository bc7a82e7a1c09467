package callflow.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A text that can be read in one way only: each entry names itself and says how long it is.
final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  void word(String name, String value) {
    text.append(name).append('=').append(value.length()).append(':').append(value).append('\n');
  }

  void number(String name, long value) {
    word(name, Long.toString(value));
  }

  void flag(String name, boolean value) {
    word(name, value ? "yes" : "no");
  }

  void words(String name, List<String> values) {
    group(name, values, value -> word("-", value));
  }

  <T> void option(String name, Optional<T> value, Consumer<T> write) {
    group(name, value.stream().toList(), write);
  }

  <T> void group(String name, Collection<T> members, Consumer<T> write) {
    text.append(name).append('[').append(members.size()).append('\n');
    for (T member : members) {
      write.accept(member);
      text.append(";\n");
    }
  }

  String sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
