package callflow.engine.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What is known about a call before anybody speaks.
///
/// @param from the caller's number in E.164 form, empty when withheld
/// @param to the number that was called, empty when unknown
/// @param language in which the line wants the call begun, as a BCP 47 tag; one the flow does not
///   speak counts for nothing
/// @param switches where they stood when the call came in
/// @param headers what the line was told beside the numbers, by names as [#named] writes them
public record CallInfo(
    String from,
    String to,
    Direction direction,
    Optional<String> language,
    Switches switches,
    SequencedMap<String, String> headers) {
  public static final CallInfo UNKNOWN = new CallInfo("", "");

  public CallInfo {
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
  }

  /// A call that somebody else made, on a line that leaves the language to the flow.
  public CallInfo(String from, String to) {
    this(from, to, Direction.INBOUND, Optional.empty(), Switches.NONE, new LinkedHashMap<>());
  }

  /// The same call of a line with a language of its own.
  public CallInfo in(Optional<String> other) {
    return new CallInfo(from, to, direction, other, switches, headers);
  }

  /// The same call with the switches as they stand.
  public CallInfo with(Switches now) {
    return new CallInfo(from, to, direction, language, now, headers);
  }

  /// The same call with what the line was told beside the numbers.
  public CallInfo withHeaders(SequencedMap<String, String> told) {
    return new CallInfo(from, to, direction, language, switches, told);
  }

  /// The name of a header as flows write it: `X-Customer-Id` is `x_customer_id`.
  public static String named(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /// Who called whom.
  public enum Direction {
    /// A caller called us.
    INBOUND,
    /// We called somebody.
    OUTBOUND;

    /// The word flows use.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
