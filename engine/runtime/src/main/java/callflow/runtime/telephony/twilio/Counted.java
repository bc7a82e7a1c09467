package callflow.runtime.telephony.twilio;

/// The names under which this carrier counts what it refused or dropped.
final class Counted {
  static final String FORGED = "twilio-forged";
  static final String MALFORMED = "twilio-malformed";
  static final String UNKNOWN_NUMBER = "twilio-unknown-number";
  static final String FULL = "twilio-full";
  static final String UNKNOWN_CALL = "twilio-unknown-call";
  static final String STALE_STEP = "twilio-stale-step";
  static final String STREAM_ERROR = "twilio-stream-error";
  static final String FORGED_UPGRADE = "twilio-forged-upgrade";
  static final String TOO_MANY_UNPROVEN = "twilio-too-many-unproven";
  static final String UNPROVEN = "twilio-unproven";
  static final String WRONG_TICKET = "twilio-wrong-ticket";
  static final String WRONG_FORMAT = "twilio-wrong-format";
  static final String BAD_FRAME = "twilio-bad-frame";
  static final String BAD_SOCKET = "twilio-bad-socket";
  static final String DIGIT_DROPPED = "twilio-digit-dropped";
  static final String SOUND_UNSENT = "twilio-sound-unsent";
  static final String SOUND_UNHEARD = "twilio-sound-unheard";
  static final String MEDIA_SILENT = "twilio-media-silent";
  static final String MEDIA_NEVER_CAME = "twilio-media-never-came";
  static final String MEDIA_NEVER_BACK = "twilio-media-never-back";
  static final String STEP_NEVER_ASKED = "twilio-step-never-asked";
  static final String DIAL_NEVER_TOLD = "twilio-dial-never-told";
  static final String WARM_REFUSED = "twilio-warm-refused";
  static final String LISTENER_THREW = "twilio-listener-threw";

  private Counted() {}
}
