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
public record TransferDef(
    TransferName name,
    Destination to,
    Mode mode,
    Duration ring,
    Optional<ScheduleName> hours,
    SequencedMap<String, Template> attach,
    Manner manner) {
  public TransferDef {
    attach = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attach));
  }

  /// An E.164 number (`+4930123456`) or a `sip:` address, or a choice among them.
  public sealed interface Destination {
    record Fixed(String number) implements Destination {}

    /// The one of the list whose word the template gives.
    ///
    /// @param otherwise the word of the list that counts when the template gives none of them
    record Chosen(Template choose, SequencedMap<String, String> from, String otherwise)
        implements Destination {
      public Chosen {
        from = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from));
      }
    }
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

  /// What the two sides hear and see of it.
  ///
  /// @param callerId the number the person who answers sees
  /// @param whisper what that person hears before being connected
  /// @param brief what that person is told before being asked to take the call
  public record Manner(
      Optional<Template> callerId,
      Optional<Template> whisper,
      Optional<Template> brief,
      Optional<Queue> queue) {
    public static final Manner PLAIN =
        new Manner(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Callers wait until somebody is free.
  ///
  /// @param music the name of a recording beside the flow
  /// @param maxWait after this the transfer comes back as `no_answer`
  public record Queue(
      Optional<String> music, Duration maxWait, Optional<Announcement> announcement) {}

  /// What waiting callers hear from time to time.
  public record Announcement(Duration every, Wording say) {}
}
