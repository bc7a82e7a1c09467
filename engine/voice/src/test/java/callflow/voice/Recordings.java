package callflow.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Shapes and orders of frames in recordings of live sessions; the files lie beside their README.
final class Recordings {
  private static final Path PLACE = Path.of("src/test/resources/callflow/voice");

  private Recordings() {}

  /// One shape of a frame.
  ///
  /// @param name its type and, where the type has several shapes, which of them
  record Shape(String name, JsonNode frame) {
    String type() {
      return frame.path("type").asText();
    }

    String json() {
      return frame.toString();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Shape> frames() {
    return shapes("recorded-frames.jsonl");
  }

  static List<Shape> requests() {
    return shapes("recorded-requests.jsonl");
  }

  static List<String> names() {
    return lines("recorded-orders.jsonl").map(line -> line.path("recording").asText()).toList();
  }

  /// What the service sent in a recording, from beginning to end.
  static List<Shape> byServer(String recording) {
    return steps(recording).stream()
        .filter(step -> step.startsWith("< "))
        .map(step -> named(frames(), step.substring(2)))
        .toList();
  }

  /// All that happened in a recording, each marked as the README says.
  static List<String> steps(String recording) {
    return lines("recorded-orders.jsonl")
        .filter(line -> line.path("recording").asText().equals(recording))
        .flatMap(line -> StreamSupport.stream(line.path("order").spliterator(), false))
        .flatMap(step -> repeated(step.asText()))
        .toList();
  }

  static Shape named(List<Shape> shapes, String name) {
    return shapes.stream().filter(shape -> shape.name().equals(name)).findFirst().orElseThrow();
  }

  private static Stream<String> repeated(String step) {
    int times = step.lastIndexOf(" x");
    return times < 0
        ? Stream.of(step)
        : Collections.nCopies(Integer.parseInt(step.substring(times + 2)), step.substring(0, times))
            .stream();
  }

  private static List<Shape> shapes(String file) {
    return lines(file)
        .map(line -> new Shape(line.path("name").asText(), line.path("frame")))
        .toList();
  }

  private static Stream<JsonNode> lines(String file) {
    try {
      return Files.readAllLines(PLACE.resolve(file)).stream().map(MadeUpSessions::json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
