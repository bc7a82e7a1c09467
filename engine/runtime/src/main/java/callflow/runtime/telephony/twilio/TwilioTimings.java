package callflow.runtime.telephony.twilio;

import java.time.Duration;

/// How long things may take before we draw our own conclusion.
///
/// @param ticket from the webhook's answer until the media must have come
/// @param proof from the opening of a media socket until it must have shown a ticket
/// @param silence without a frame from the caller's side until a media socket counts as lost;
///   Twilio sends silence, too
/// @param mediaReturn from the loss of the media until the caller counts as gone
/// @param nextStep from our closing the media until Twilio must have asked what to do next
/// @param dialGrace beyond the ring time until Twilio must have told how a transfer came out
/// @param bridged how long a transferred call may last; Twilio itself ends it after four hours
public record TwilioTimings(
    Duration ticket,
    Duration proof,
    Duration silence,
    Duration mediaReturn,
    Duration nextStep,
    Duration dialGrace,
    Duration bridged) {
  public static final TwilioTimings DEFAULT =
      new TwilioTimings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofHours(4).plusMinutes(5));
}
