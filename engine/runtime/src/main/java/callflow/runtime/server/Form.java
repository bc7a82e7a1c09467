package callflow.runtime.server;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// The fields of a form, each of which came once.
public record Form(SequencedMap<String, String> fields) {
  /// No webhook we know has half as many.
  static final int MOST_FIELDS = 200;

  private static final String TYPE = "application/x-www-form-urlencoded";

  public Form {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /// A field's text; empty if it didn't come.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  static boolean isForm(String contentType) {
    var type = contentType.split(";", 2)[0];
    return type.strip().toLowerCase(Locale.ROOT).equals(TYPE);
  }

  /// Reads a form; empty if it is malformed, names a field twice, or has too many.
  static Optional<Form> read(ByteBuffer body) {
    var fields = new LinkedHashMap<String, String>();
    if (!body.hasRemaining()) return Optional.of(new Form(fields));
    var pairs =
        StandardCharsets.UTF_8.decode(body.duplicate()).toString().split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) return Optional.empty();
    try {
      for (var pair : pairs) {
        var parts = pair.split("=", 2);
        var value = parts.length == 1 ? "" : decoded(parts[1]);
        if (fields.putIfAbsent(decoded(parts[0]), value) != null) return Optional.empty();
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return Optional.of(new Form(fields));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
