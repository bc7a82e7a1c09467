package callflow.simulator.scenario;

import callflow.simulator.drive.Line;
import callflow.simulator.drive.Transcript;
import callflow.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a caller was handed over as a scenario expects it.
final class HandoverExpectations {
  private HandoverExpectations() {}

  static List<Failure> dialled(String number, Span span, Transcript window) {
    var numbers =
        window.all(Line.TransferOrdered.class).stream().map(Line.TransferOrdered::to).toList();
    if (numbers.contains(number)) return List.of();
    return failed(
        span,
        number + " is dialled",
        numbers.isEmpty() ? "nobody was dialled" : String.join(", ", numbers) + " was dialled");
  }

  static List<Failure> whispered(String text, Span span, Transcript window) {
    var heard =
        window.all(Line.TransferOrdered.class).stream()
            .map(Line.TransferOrdered::handover)
            .flatMap(each -> Stream.concat(each.whisper().stream(), each.brief().stream()))
            .toList();
    if (heard.stream()
        .anyMatch(
            words -> words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))) {
      return List.of();
    }
    return failed(
        span,
        "the person who answers hears “" + text + "”",
        heard.isEmpty()
            ? "nothing was whispered to anybody"
            : "they heard “" + String.join("”, “", heard) + "”");
  }

  private static List<Failure> failed(Span span, String expected, String found) {
    return List.of(new Failure(span, expected, found, Optional.empty()));
  }
}
