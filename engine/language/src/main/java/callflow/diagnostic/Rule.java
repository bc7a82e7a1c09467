package callflow.diagnostic;

import callflow.diagnostic.Diagnostic.Severity;

/// The catalogue: every rule a finding can come from.
///
/// The slug is stable: never reworded, never reused, so that people can search for it. `why` says
/// what happens to a caller, or to the author, when the finding is left alone.
public enum Rule {
  // Files and YAML
  FILE_UNREADABLE("file-unreadable", Severity.ERROR, "a file that can't be read can't be run"),
  FILE_TOO_LARGE(
      "file-too-large",
      Severity.ERROR,
      "files above 512 KiB are not read, so that one file can't stall a server"),
  NOT_UTF8("not-utf8", Severity.ERROR, "callers would hear scrambled letters"),
  YAML_SYNTAX(
      "yaml-syntax", Severity.ERROR, "the rest of the file can't be understood from here on"),
  YAML_TOO_DEEP(
      "yaml-too-deep",
      Severity.ERROR,
      "nesting this deep is never needed and could stall a server"),
  YAML_FEATURE(
      "yaml-feature",
      Severity.ERROR,
      "anchors, merge keys and tags hide from a reviewer what the file says"),
  SEVERAL_DOCUMENTS("several-documents", Severity.ERROR, "everything after `---` would be ignored"),
  EMPTY_FILE("empty-file", Severity.ERROR, "there is nothing to run"),
  DUPLICATE_KEY("duplicate-key", Severity.ERROR, "one of the two would be dropped without a word"),
  UNKNOWN_KEY("unknown-key", Severity.ERROR, "what it asks for would be ignored without a word"),
  MISSING_KEY("missing-key", Severity.ERROR, "without it nobody can tell what should happen"),
  WRONG_TYPE("wrong-type", Severity.ERROR, "the value can't be used as it stands"),
  EMPTY_VALUE("empty-value", Severity.ERROR, "a key without a value says nothing"),
  CUT_TEXT("cut-text", Severity.ERROR, "callers would hear only the first half of the sentence"),
  BAD_NAME(
      "bad-name", Severity.ERROR, "names stand in expressions and reports and must be plain words"),
  IGNORE_WITHOUT_REASON(
      "ignore-without-reason",
      Severity.WARNING,
      "the next reader could not judge whether callers can live with what it hides"),
  IGNORE_WITHOUT_EFFECT(
      "ignore-without-effect",
      Severity.WARNING,
      "a comment that silences nothing would one day silence something new"),
  // Names
  UNKNOWN_STATE("unknown-state", Severity.ERROR, "callers who get here would have nowhere to go"),
  UNKNOWN_TOOL("unknown-tool", Severity.ERROR, "what the tool should do would never happen"),
  UNKNOWN_CONNECTOR("unknown-connector", Severity.ERROR, "the tool would have nothing to call"),
  UNKNOWN_OPERATION("unknown-operation", Severity.ERROR, "the connector would not know what to do"),
  UNKNOWN_VARIABLE("unknown-variable", Severity.ERROR, "it would never have a value"),
  UNKNOWN_TRANSFER("unknown-transfer", Severity.ERROR, "callers would be transferred to nobody"),
  UNKNOWN_SCHEDULE(
      "unknown-schedule", Severity.ERROR, "nobody could tell whether the office is open"),
  UNKNOWN_SWITCH(
      "unknown-switch", Severity.ERROR, "nobody could throw it, so it would be off for ever"),
  UNKNOWN_FUNCTION("unknown-function", Severity.ERROR, "the expression could not be worked out"),
  UNKNOWN_EVENT("unknown-event", Severity.ERROR, "the handler would never be used"),
  UNKNOWN_FIELD(
      "unknown-field",
      Severity.ERROR,
      "the operation does not give that field, so it would never have a value"),
  RESERVED_NAME("reserved-name", Severity.ERROR, "the engine uses this name itself"),
  CLASHING_NAMES("clashing-names", Severity.ERROR, "the model could not tell the two apart"),
  UNKNOWN_LANGUAGE(
      "unknown-language", Severity.ERROR, "no caller would ever hear what is written for it"),
  MISSING_LANGUAGE(
      "missing-language",
      Severity.ERROR,
      "callers of that language would suddenly hear another one"),
  CLASHING_LANGUAGE(
      "clashing-language", Severity.ERROR, "nobody could tell in which language a call begins"),
  // Parts and sub-flows
  UNKNOWN_PART("unknown-part", Severity.ERROR, "what the part holds would be missing in the flow"),
  CIRCULAR_INCLUDE(
      "circular-include", Severity.ERROR, "there would be no end to putting the parts together"),
  DECLARED_TWICE(
      "declared-twice", Severity.ERROR, "nobody could tell which of the two callers would get"),
  UNKNOWN_SUB_FLOW("unknown-sub-flow", Severity.ERROR, "callers who get here would go nowhere"),
  CIRCULAR_SUB_FLOW(
      "circular-sub-flow", Severity.ERROR, "there would be no end to the flow, and none to a call"),
  UNKNOWN_INPUT("unknown-input", Severity.ERROR, "what is handed over would be lost"),
  MISSING_INPUT(
      "missing-input", Severity.ERROR, "the sub-flow would begin without a value it relies on"),
  UNKNOWN_OUTPUT("unknown-output", Severity.ERROR, "it would never have a value"),
  NEVER_RETURNS("never-returns", Severity.ERROR, "what comes after the call would never happen"),
  // Types and expressions
  UNKNOWN_TYPE("unknown-type", Severity.ERROR, "the engine could not tell what callers may answer"),
  BAD_RANGE("bad-range", Severity.ERROR, "no answer a caller gives could ever be right"),
  BAD_INITIAL(
      "bad-initial", Severity.ERROR, "the call would start with a value the variable can't hold"),
  EXPRESSION_SYNTAX("expression-syntax", Severity.ERROR, "nobody could work it out during a call"),
  EXPRESSION_TOO_COMPLEX(
      "expression-too-complex",
      Severity.ERROR,
      "a long expression slows every call and no reviewer understands it"),
  EXPRESSION_TYPE("expression-type", Severity.ERROR, "the expression could never come out right"),
  POSSIBLY_UNSET(
      "possibly-unset",
      Severity.WARNING,
      "callers would hear a sentence with a gap in it, or the tool would be refused"),
  LOOKS_LIKE_A_HOLE(
      "looks-like-a-hole", Severity.WARNING, "callers would hear the braces, not the value"),
  VARIABLE_NEVER_USED("variable-never-used", Severity.WARNING, "it does nothing in this flow"),
  // Tools
  UNKNOWN_ARGUMENT("unknown-argument", Severity.ERROR, "the connector would refuse the request"),
  MISSING_ARGUMENT(
      "missing-argument", Severity.ERROR, "the connector can't do its work without it"),
  ARGUMENT_TYPE("argument-type", Severity.ERROR, "the connector would refuse the request"),
  EFFECT_MISMATCH(
      "effect-mismatch", Severity.ERROR, "a payment could be repeated as if it were a look-up"),
  MISSING_CONFIRM(
      "missing-confirm",
      Severity.WARNING,
      "something that can't be undone would be done without the caller's yes"),
  UNHANDLED_TOOL_OUTCOME(
      "unhandled-tool-outcome",
      Severity.ERROR,
      "callers would hear whatever the model makes up, or an apology and be disconnected"),
  TOOL_NEVER_USED("tool-never-used", Severity.WARNING, "it does nothing in this flow"),
  AFTER_CALL_TOOL(
      "after-call-tool",
      Severity.ERROR,
      "nobody is on the line any more to agree to it, or to hear that it failed"),
  NO_EFFECT_AFTER_CALL(
      "no-effect-after-call",
      Severity.WARNING,
      "when the call has ended, nobody hears it and nothing can use it"),
  TELL_WITHOUT_EFFECT(
      "tell-without-effect",
      Severity.WARNING,
      "the model reads the answer of a tool it calls itself, and never this text"),
  OFFER_WITHOUT_EFFECT(
      "offer-without-effect",
      Severity.WARNING,
      "the tool is called whether the condition holds or not"),
  UNSAFE_RETRY(
      "unsafe-retry", Severity.ERROR, "what was asked for could be done twice, such as a payment"),

  // Shape of the conversation
  UNREACHABLE_STATE("unreachable-state", Severity.WARNING, "no caller ever gets there"),
  NO_WAY_OUT(
      "no-way-out", Severity.ERROR, "callers who get here would be stuck until they hang up"),
  MISSING_DEFAULT(
      "missing-default",
      Severity.ERROR,
      "when none of the conditions holds, callers would hear an apology and be disconnected"),
  DEAD_BRANCH(
      "dead-branch", Severity.WARNING, "it is never taken, because a branch above it always is"),
  SILENT_LOOP(
      "silent-loop",
      Severity.ERROR,
      "the call would go round without the caller being asked anything, until it is cut off"),
  MIXED_STATE(
      "mixed-state", Severity.ERROR, "the state asks for two things that exclude each other"),
  EMPTY_STATE("empty-state", Severity.ERROR, "nothing would happen in it"),
  NO_SILENCE_HANDLING(
      "no-silence-handling",
      Severity.NOTE,
      "a caller who says nothing is disconnected after a minute"),
  SILENCE_LADDER_OPEN(
      "silence-ladder-open",
      Severity.WARNING,
      "a caller who keeps silent is disconnected without a word after a minute"),
  NO_MATCH_LADDER_OPEN(
      "no-match-ladder-open",
      Severity.WARNING,
      "a caller nobody understands hears the same sentence again and again"),
  RESUME_WITHOUT_DETOUR(
      "resume-without-detour",
      Severity.ERROR,
      "there would be nothing to go back to, and callers would hear an apology"),
  DETOUR_WITHOUT_RESUME(
      "detour-without-resume",
      Severity.ERROR,
      "callers would never come back to what they were asked"),
  BAD_LIMIT(
      "bad-limit",
      Severity.ERROR,
      "callers would be cut off at once, or left waiting for longer than anybody waits"),
  OUTCOME_UNUSED("outcome-unused", Severity.WARNING, "no record would ever show it"),
  UNHANDLED_EXHAUSTED(
      "unhandled-exhausted",
      Severity.ERROR,
      "a caller who isn't understood would hear an apology and be disconnected"),
  LONG_MUST_HEAR(
      "long-must-hear",
      Severity.WARNING,
      "callers who know it already would have to wait for its end, and hang up"),
  BARGE_IN_WITHOUT_SAY(
      "barge-in-without-say", Severity.WARNING, "there is nothing that could be interrupted"),
  // Advice
  SIMILAR_NAMES(
      "similar-names", Severity.WARNING, "sooner or later callers are sent to the wrong one"),
  CONSTANT_CONDITION(
      "constant-condition",
      Severity.WARNING,
      "all callers are sent the same way, whatever they say"),
  SAME_WISH(
      "same-wish", Severity.WARNING, "the model would have to guess which of the two is meant"),
  SAME_EXAMPLE(
      "same-example",
      Severity.WARNING,
      "callers who say it would get now one thing, now the other"),
  TOO_MANY_CHOICES(
      "too-many-choices", Severity.WARNING, "callers forget the first before they hear the last"),
  LONG_SAY("long-say", Severity.WARNING, "callers stop listening, or hang up"),
  SEVERAL_QUESTIONS(
      "several-questions", Severity.NOTE, "callers answer one of them, and have to be asked again"),
  UNHEARD_ANSWER(
      "unheard-answer", Severity.WARNING, "callers begin to answer, and the line is dead"),
  TOOL_NOT_OFFERED(
      "tool-not-offered",
      Severity.WARNING,
      "the model would promise callers what it can't do, or make up the answer"),
  KEY_NOT_OFFERED(
      "key-not-offered",
      Severity.WARNING,
      "callers press the key they are told, and nothing happens"),
  SINGLE_ATTEMPT(
      "single-attempt", Severity.NOTE, "callers who are misheard once are sent away at once"),
  HASTY_SILENCE(
      "hasty-silence",
      Severity.WARNING,
      "callers are interrupted while they look for their answer"),
  SAME_FAILURE(
      "same-failure", Severity.WARNING, "callers wait a second time for what has just failed"),
  NO_WAY_TO_A_PERSON(
      "no-way-to-a-person", Severity.NOTE, "callers who want a person would have to call again"),
  TRANSFER_NEVER_USED("transfer-never-used", Severity.WARNING, "no caller is ever sent there"),
  SCHEDULE_NEVER_USED(
      "schedule-never-used", Severity.WARNING, "nobody looks whether the office is open"),
  LOOKS_SENSITIVE(
      "looks-sensitive", Severity.NOTE, "it would stand in logs and transcripts for all to read"),
  // Keys
  BAD_KEY("bad-key", Severity.ERROR, "there is no such key on a telephone"),
  DUPLICATE_DTMF(
      "duplicate-dtmf",
      Severity.ERROR,
      "callers who press the key would always get the first of the two"),
  KEY_CLASH("key-clash", Severity.WARNING, "the key may be meant as a digit of the entry"),
  KEYPAD_TYPE("keypad-type", Severity.ERROR, "the value can't be entered with telephone keys"),
  SECRET_WITHOUT_KEYPAD(
      "secret-without-keypad", Severity.ERROR, "a secret value may not be spoken to the model"),
  // Transfers and schedules
  UNHANDLED_TRANSFER_OUTCOME(
      "unhandled-transfer-outcome",
      Severity.ERROR,
      "callers would hear an apology and be disconnected"),
  BAD_NUMBER("bad-number", Severity.ERROR, "the phone network could not reach it"),
  MIXED_TRANSFER(
      "mixed-transfer",
      Severity.ERROR,
      "what the transfer asks for would be left out without a word"),
  UNKNOWN_DESTINATION(
      "unknown-destination", Severity.ERROR, "callers would be connected with the wrong people"),
  BAD_SCHEDULE(
      "bad-schedule", Severity.ERROR, "the office would seem open or closed at the wrong time"),
  SCHEDULE_OVERLAP(
      "schedule-overlap",
      Severity.WARNING,
      "two entries speak of the same time, and a reader can't see what callers get"),
  // Deployment
  DUPLICATE_LINE(
      "duplicate-line",
      Severity.ERROR,
      "callers of the number would always get the first of the two"),
  MISSING_SWITCH(
      "missing-switch",
      Severity.ERROR,
      "when it is needed nobody could throw it without stopping the server"),
  UNSAFE_ADDRESS(
      "unsafe-address", Severity.ERROR, "everybody on the way could listen to the callers"),
  // Policies
  POLICY_NOT_PROVED(
      "policy-not-proved",
      Severity.NOTE,
      "the promise is enforced during calls at most, not proved for all of them"),
  // Secrecy
  SECRET_TO_MODEL(
      "secret-to-model",
      Severity.ERROR,
      "the model would learn a value that is meant to go past it"),
  SPOKEN_SENSITIVE(
      "spoken-sensitive",
      Severity.ERROR,
      "the caller would hear what the flow promises never to say"),
  MASKED_REPORT(
      "masked-report", Severity.WARNING, "the record would show `***` instead of the value"),
  SECRET_LITERAL(
      "secret-literal", Severity.ERROR, "everybody who can read the file could use the account"),
  // What the law asks for
  NO_DISCLOSURE(
      "no-disclosure",
      Severity.NOTE,
      "in many places callers must be told that they talk to a machine"),
  RECORDING_WITHOUT_NOTICE(
      "recording-without-notice",
      Severity.WARNING,
      "in many places recording people who don't know of it is a crime"),
  NEVER_REFUSED("never-refused", Severity.WARNING, "no caller ever gets there by refusing"),

  // Connector and scenario files
  MISSING_SECRET("missing-secret", Severity.ERROR, "the other side would refuse us"),
  SQL_UNSAFE(
      "sql-unsafe", Severity.ERROR, "a caller's words could change what the database is asked"),
  BAD_CONNECTOR("bad-connector", Severity.ERROR, "the connector could not be used during calls"),
  BAD_REPLY(
      "bad-reply",
      Severity.ERROR,
      "the rehearsal would show something the real system can't answer"),
  UNKNOWN_FLOW("unknown-flow", Severity.ERROR, "there would be nothing to play"),
  SCENARIO_STEP("scenario-step", Severity.ERROR, "the test could not be played"),
  SCENARIO_WITHOUT_EXPECTATION(
      "scenario-without-expectation", Severity.WARNING, "the test passes whatever callers hear"),
  STATE_NEVER_TESTED(
      "state-never-tested",
      Severity.NOTE,
      "a change that spoils what callers hear there would go unnoticed"),
  UNUSED_REPLY(
      "unused-reply", Severity.WARNING, "the test does not show what its author meant it to show");

  private final String slug;
  private final Severity severity;
  private final String why;

  Rule(String slug, Severity severity, String why) {
    this.slug = slug;
    this.severity = severity;
    this.why = why;
  }

  public String slug() {
    return slug;
  }

  public Severity severity() {
    return severity;
  }

  public String why() {
    return why;
  }

  /// Where the documentation says more about it.
  public String docs() {
    return "docs/diagnostics.md#" + slug;
  }
}
