package callflow.fakegrok.caller;

import callflow.fakegrok.caller.MediaStream.StreamSids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call from ringing to its end: asks for orders, carries them out verb by verb.
final class Call implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Call.class);
  private static final int MAX_ANSWERS = 100;

  private final TwilioCaller.Settings settings;
  private final Outgoing outgoing;
  private final Experience experience;
  private final String sid = "CA" + hex();
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private final Queue<Dialled> dialled = new ConcurrentLinkedQueue<>();
  private final Web web;
  private final long begin = System.nanoTime();

  /// What comes after a verb.
  private sealed interface Next {
    /// The verb behind it.
    record Verb() implements Next {}

    /// Other orders.
    record Ask(URI address, Map<String, String> form) implements Next {}

    record End(String why) implements Next {}
  }

  Call(TwilioCaller.Settings settings, Outgoing outgoing, Experience experience) {
    this.settings = settings;
    this.outgoing = outgoing;
    this.experience = experience;
    this.web = new Web(settings.authToken());
  }

  String sid() {
    return sid;
  }

  void hangUp() {
    hungUp.countDown();
  }

  void dialled(Dialled... outcomes) {
    dialled.addAll(List.of(outcomes));
  }

  @Override
  public void run() {
    try (web) {
      String why = orders();
      report(why);
      experience.ended(why);
    } catch (InterruptedException _) {
      experience.ended("interrupted");
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("the caller has a bug", bug);
      experience.ended("failed: " + bug);
    }
  }

  /// Follows orders until the call is over.
  ///
  /// @return why it is over
  private String orders() throws InterruptedException {
    try {
      Next next = new Next.Ask(settings.voiceUrl(), form("ringing"));
      for (int answers = 0; answers < MAX_ANSWERS; answers++) {
        switch (next) {
          case Next.Ask(URI address, Map<String, String> form) -> next = ask(address, form);
          case Next.End(String why) -> {
            return why;
          }
          case Next.Verb _ -> {
            return "hung up: the orders are at their end";
          }
        }
      }
      return "failed: more than " + MAX_ANSWERS + " answers";
    } catch (CallFailed failed) {
      return "failed: " + failed.getMessage();
    }
  }

  private Next ask(URI address, Map<String, String> form) throws CallFailed, InterruptedException {
    String answer = web.post(address, form);
    if (isHungUp()) return new Next.End("hung up by the caller");
    experience.happened(new CallEvent.Answered(answer));
    for (Verb verb : Twiml.read(answer, address)) {
      var next = carryOut(verb);
      if (!(next instanceof Next.Verb)) return next;
      if (isHungUp()) return new Next.End("hung up by the caller");
    }
    return new Next.Verb();
  }

  private Next carryOut(Verb verb) throws CallFailed, InterruptedException {
    return switch (verb) {
      case Verb.Connect connect -> stream(connect);
      case Verb.Dial dial -> dial(dial);
      case Verb.Refer refer -> refer(refer);
      case Verb.Say(String words) -> {
        experience.toldByCarrier(words);
        yield new Next.Verb();
      }
      case Verb.Pause(Duration length) -> {
        pause(length);
        yield new Next.Verb();
      }
      case Verb.Redirect(URI address) -> new Next.Ask(address, form("in-progress"));
      case Verb.Reject(String reason) -> new Next.End("rejected: " + reason);
      case Verb.Hangup _ -> new Next.End("hung up");
    };
  }

  private Next stream(Verb.Connect connect) throws CallFailed, InterruptedException {
    var sids = new StreamSids(settings.accountSid(), sid, "MZ" + hex());
    String signature = Signature.of(connect.socket(), Map.of(), settings.authToken());
    var stream =
        new MediaStream(connect.socket(), signature, sids, connect.parameters(), experience);
    var status = connect.status();
    tellOfStream(status, sids, "stream-started");
    var end = stream.run(outgoing, settings.silence(), this::isHungUp);
    experience.finished(true);
    experience.happened(new CallEvent.MediaClosed(end.name()));
    boolean connected = end != MediaStream.End.NOT_CONNECTED;
    tellOfStream(status, sids, connected ? "stream-stopped" : "stream-error");
    if (!connected) experience.warned("31920: the stream could not be opened");
    var form = form(isHungUp() ? "completed" : "in-progress");
    form.put("StreamSid", sids.stream());
    return then(connect.action(), form);
  }

  /// Asks the verb's address; a caller who is gone hears no more of it.
  private Next then(Optional<URI> action, Map<String, String> form)
      throws CallFailed, InterruptedException {
    if (isHungUp()) {
      if (action.isPresent()) web.post(action.get(), form);
      return new Next.End("hung up by the caller");
    }
    return action.<Next>map(address -> new Next.Ask(address, form)).orElseGet(Next.Verb::new);
  }

  private void tellOfStream(Optional<URI> status, StreamSids sids, String event)
      throws CallFailed, InterruptedException {
    if (status.isEmpty()) return;
    var form = new LinkedHashMap<String, String>();
    form.put("AccountSid", sids.account());
    form.put("CallSid", sid);
    form.put("StreamSid", sids.stream());
    form.put("StreamEvent", event);
    form.put("Timestamp", Instant.now().toString());
    web.post(status.get(), form);
  }

  private Next dial(Verb.Dial dial) throws CallFailed, InterruptedException {
    var outcome = outcome();
    var target = dial.targets().getFirst();
    String child = "CA" + hex();
    if (outcome.isAnswered()) tellOfAnswer(target, child);
    pause(outcome.talk());
    experience.happened(new CallEvent.Transferred(target.address(), outcome));
    var form = form(isHungUp() ? "completed" : "in-progress");
    form.put("DialCallStatus", outcome.status());
    form.put("DialCallSid", child);
    form.put("DialBridged", String.valueOf(outcome.isAnswered()));
    if (outcome.isAnswered()) {
      form.put("DialCallDuration", String.valueOf(outcome.talk().toSeconds()));
    }
    if (target.address().startsWith("sip")) {
      form.put("DialSipResponseCode", String.valueOf(outcome.sipCode()));
    }
    return then(dial.action(), form);
  }

  private void tellOfAnswer(Verb.Target target, String child)
      throws CallFailed, InterruptedException {
    if (target.status().isEmpty()) return;
    var form = form("in-progress");
    form.put("CallSid", child);
    form.put("ParentCallSid", sid);
    form.put("From", settings.to());
    form.put("To", target.address());
    form.put("Direction", "outbound-dial");
    progress(form);
    web.post(target.status().get(), form);
  }

  private Next refer(Verb.Refer refer) throws CallFailed, InterruptedException {
    var outcome = outcome();
    experience.happened(new CallEvent.Transferred(refer.target(), outcome));
    var form = form("in-progress");
    form.put("ReferCallStatus", outcome.isAnswered() ? "success" : "failed");
    form.put("ReferSipResponseCode", "202");
    form.put("NotifySipResponseCode", String.valueOf(outcome.sipCode()));
    return then(refer.action(), form);
  }

  private Dialled outcome() {
    var ordered = dialled.poll();
    return ordered == null ? Dialled.ANSWERED : ordered;
  }

  /// The status callback at the end.
  private void report(String why) throws InterruptedException {
    if (settings.status().isEmpty()) return;
    var form = form(why.startsWith("rejected") ? "busy" : "completed");
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    form.put("CallDuration", String.valueOf(seconds));
    progress(form);
    try {
      web.post(settings.status().get(), form);
    } catch (CallFailed failed) {
      experience.warned("the status could not be told: " + failed.getMessage());
    }
  }

  private static void progress(Map<String, String> form) {
    var now = Instant.now().atOffset(ZoneOffset.UTC);
    form.put("Timestamp", DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
    form.put("CallbackSource", "call-progress-events");
    form.put("SequenceNumber", "0");
  }

  private Map<String, String> form(String status) {
    var form = new LinkedHashMap<String, String>();
    form.put("CallSid", sid);
    form.put("AccountSid", settings.accountSid());
    form.put("From", settings.from());
    form.put("To", settings.to());
    form.put("Caller", settings.from());
    form.put("Called", settings.to());
    form.put("CallStatus", status);
    form.put("Direction", "inbound");
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private boolean isHungUp() {
    return hungUp.getCount() == 0;
  }

  /// Waits, but not for a caller who hangs up.
  private void pause(Duration length) throws InterruptedException {
    boolean ignored = hungUp.await(length.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
