package callflow.program;

import callflow.expression.Template;
import callflow.value.ScheduleName;
import callflow.value.TransferName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Where callers can be transferred, and how.
///
/// @param to an E.164 number (`+4930123456`) or a `sip:` address
public record TransferDef(
    TransferName name,
    String to,
    Mode mode,
    Duration ring,
    Optional<ScheduleName> hours,
    SequencedMap<String, Template> attach) {
  public TransferDef {
    attach = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attach));
  }

  /// How the caller is handed over.
  public enum Mode {
    /// The caller is connected and we are gone.
    COLD,
    /// We speak to the person first.
    WARM,
    /// The carrier is asked to do it (SIP REFER).
    REFER
  }
}
