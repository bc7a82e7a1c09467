package callflow.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// One whole session in each dialect, made up for this project in the shapes of recorded ones.
final class MadeUpSessions {
  static final ObjectMapper JSON = new ObjectMapper();

  private MadeUpSessions() {}

  /// A frame as it goes over the wire.
  ///
  /// @param line where it stands in the file
  record Sent(int line, String dialect, boolean byServer, JsonNode event) {
    String json() {
      return event.toString();
    }

    String type() {
      return event.path("type").asText();
    }
  }

  static List<Sent> byServer(String dialect) {
    return all().stream()
        .filter(sent -> sent.dialect().equals(dialect) && sent.byServer())
        .toList();
  }

  static List<Sent> byClient(String dialect) {
    return all().stream()
        .filter(sent -> sent.dialect().equals(dialect) && !sent.byServer())
        .toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Sent> all() {
    try {
      var lines = Files.readAllLines(Path.of("src/test/resources/made-up-sessions.jsonl"));
      return IntStream.range(0, lines.size())
          .mapToObj(i -> sent(i + 1, json(lines.get(i))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sent sent(int line, JsonNode told) {
    boolean byServer = told.path("dir").asText().equals("server");
    return new Sent(line, told.path("dialect").asText(), byServer, told.path("event"));
  }
}
