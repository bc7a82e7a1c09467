package callflow.runtime.telephony.twilio;

import callflow.engine.call.CallInfo;
import callflow.engine.call.TransferOutcome;
import callflow.runtime.server.Form;
import callflow.runtime.server.Request;
import callflow.runtime.server.Response;
import callflow.runtime.server.Tally;
import callflow.runtime.telephony.Switchboard;
import callflow.runtime.telephony.Switchboard.Admission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Answers what Twilio asks over HTTP.
///
/// Whoever is wrong in any way gets 403 and nothing to read; a call we don't have is 404.
final class Webhooks {
  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-f]{32}");
  private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-f]{32}");
  private static final Pattern PARTY = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final Pattern STATUS = Pattern.compile("[a-z-]{1,20}");
  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /// What stands for a number that is withheld: words spelled on a telephone's keys.
  private static final Set<String> WITHHELD =
      Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

  private static final Response FORBIDDEN = Response.empty(403);
  private static final Response NOT_FOUND = Response.empty(404);
  private static final Response NOTED = Response.empty(204);

  private final Signatures signatures;
  private final Switchboard switchboard;
  private final Surroundings around;
  private final Twiml twiml;
  private final Legs legs;
  private final Tally tally;

  Webhooks(Signatures signatures, Switchboard switchboard, Surroundings around) {
    this.signatures = signatures;
    this.switchboard = switchboard;
    this.around = around;
    this.twiml = around.twiml();
    this.legs = around.legs();
    this.tally = around.tally();
  }

  Response voice(Request request) {
    if (!request.path().equals(around.settings().path() + "/voice")) return NOT_FOUND;
    return signed(request, this::announced);
  }

  private Response announced(Form form) {
    boolean right =
        form.field("From").filter(from -> from.isEmpty() || isParty(from)).isPresent()
            && form.field("To").filter(Webhooks::isParty).isPresent();
    if (!right) return refused(Counted.MALFORMED, FORBIDDEN);
    var callSid = callSid(form);
    if (legs.past(callSid).isPresent()) return Twiml.answer(twiml.hangUp(List.of()));

    var no = new AtomicReference<>("");
    var leg = legs.findOr(callSid, () -> admitted(callSid, form, no));
    return Twiml.answer(leg.map(TwilioLeg::invitation).orElseGet(no::get));
  }

  private static boolean isParty(String text) {
    return PARTY.matcher(text).matches();
  }

  private Optional<TwilioLeg> admitted(String callSid, Form form, AtomicReference<String> no) {
    if (legs.full()) {
      tally.count(Counted.FULL);
      no.set(twiml.reject("busy"));
      return Optional.empty();
    }
    var info =
        new CallInfo(caller(text(form, "From")), text(form, "To")).withHeaders(SipHeaders.of(form));
    return switch (switchboard.admit(info)) {
      case Admission.Welcome(var seat) ->
          Optional.of(new TwilioLeg(callSid, info, bySip(form), seat, around));
      case Admission.Full(var sentence) -> {
        tally.count(Counted.FULL);
        no.set(twiml.hangUp(List.of(sentence)));
        yield Optional.empty();
      }
      case Admission.UnknownNumber() -> {
        tally.count(Counted.UNKNOWN_NUMBER);
        no.set(twiml.reject("rejected"));
        yield Optional.empty();
      }
    };
  }

  /// A number or a SIP address; anything else, such as `anonymous`, means that it is withheld.
  private static String caller(String from) {
    boolean known = E164.matcher(from).matches() && !WITHHELD.contains(from);
    return known || Twiml.isSip(from) ? from : "";
  }

  private static boolean bySip(Form form) {
    return form.field("SipCallId").isPresent() || Twiml.isSip(text(form, "From"));
  }

  Response continued(Request request) {
    return step(request, "/continue/", (leg, token, form) -> leg.continued(token, status(form)));
  }

  Response dialled(Request request) {
    return step(
        request,
        "/dialled/",
        (leg, token, form) ->
            leg.dialled(token, status(form), Outcomes.of(form).orElse(TransferOutcome.FAILED)));
  }

  /// What a leg answers to one question.
  @FunctionalInterface
  private interface Question {
    Optional<String> ask(TwilioLeg leg, String token, Form form);
  }

  private Response step(Request request, String place, Question question) {
    var root = around.settings().path() + place;
    if (!request.path().startsWith(root)) return NOT_FOUND;
    var token = request.path().substring(root.length());
    return signed(request, form -> step(form, token, question));
  }

  private Response step(Form form, String token, Question question) {
    if (!hasStatus(form)) return refused(Counted.MALFORMED, FORBIDDEN);
    var callSid = callSid(form);
    var leg = legs.find(callSid);
    var past = legs.past(callSid);
    if (leg.isEmpty() && past.isEmpty()) return refused(Counted.UNKNOWN_CALL, NOT_FOUND);
    var answer =
        leg.isPresent()
            ? question.ask(leg.get(), token, form)
            : past.flatMap(steps -> afterwards(steps, token));
    return answer.map(Twiml::answer).orElseGet(() -> refused(Counted.STALE_STEP, FORBIDDEN));
  }

  /// A call that we gave up may still ask once; without an answer the caller would hear of an
  /// application error.
  private Optional<String> afterwards(Steps steps, String token) {
    boolean open =
        steps.isOpen(Steps.Kind.CONTINUE, token) || steps.isOpen(Steps.Kind.DIALLED, token);
    return open ? Optional.of(twiml.hangUp(List.of())) : steps.given(token);
  }

  Response status(Request request) {
    if (!request.path().equals(around.settings().path() + "/status")) return NOT_FOUND;
    return signed(
        request,
        form -> form.field("StreamEvent").map(this::streamed).orElseGet(() -> called(form)));
  }

  /// The media socket tells the rest, and sooner.
  private Response streamed(String event) {
    if (event.equals("stream-error")) tally.count(Counted.STREAM_ERROR);
    return NOTED;
  }

  /// Only final words are acted upon, and after them there are none: the order doesn't matter.
  private Response called(Form form) {
    boolean sequence =
        form.field("SequenceNumber").map(n -> SEQUENCE.matcher(n).matches()).orElse(true);
    if (!hasStatus(form) || !sequence) return refused(Counted.MALFORMED, FORBIDDEN);
    var parent = form.field("ParentCallSid").flatMap(legs::find);
    if (parent.isPresent()) {
      if (Outcomes.answered(status(form))) parent.get().farEndAnswered();
      return NOTED;
    }
    var callSid = callSid(form);
    var leg = legs.find(callSid);
    if (leg.isEmpty() && legs.past(callSid).isEmpty()) {
      return refused(Counted.UNKNOWN_CALL, NOT_FOUND);
    }
    if (Outcomes.over(status(form))) leg.ifPresent(TwilioLeg::over);
    return NOTED;
  }

  private Response signed(Request request, Function<Form, Response> then) {
    var form = request.form();
    if (form.isEmpty()) return refused(Counted.MALFORMED, FORBIDDEN);
    if (!signatures.right(request, form.get())) return refused(Counted.FORGED, FORBIDDEN);
    boolean right =
        CALL_SID.matcher(callSid(form.get())).matches()
            && ACCOUNT_SID.matcher(text(form.get(), "AccountSid")).matches();
    return right ? then.apply(form.get()) : refused(Counted.MALFORMED, FORBIDDEN);
  }

  private Response refused(String reason, Response response) {
    tally.count(reason);
    return response;
  }

  private static boolean hasStatus(Form form) {
    return STATUS.matcher(status(form)).matches();
  }

  private static String status(Form form) {
    return text(form, "CallStatus");
  }

  private static String callSid(Form form) {
    return text(form, "CallSid");
  }

  private static String text(Form form, String name) {
    return form.field(name).orElse("");
  }
}
