package callflow.runtime.telephony.twilio;

import callflow.engine.call.CallInfo;
import callflow.engine.call.TransferOutcome;
import callflow.program.TransferDef;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.LegListener;
import callflow.runtime.telephony.Switchboard.Seat;
import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One caller at Twilio, from the webhook that announces the call to its end.
///
/// Everything but sound is decided under one lock and told afterwards; see [Phase] for how far it
/// is and [Reports] for who hears of it.
final class TwilioLeg implements CallLeg {
  private final String callSid;
  private final CallInfo info;
  private final boolean bySip;
  private final Seat seat;
  private final Surroundings around;
  private final TwilioTimings timings;
  private final Reports reports;
  private final Steps steps = new Steps();
  private final ReentrantLock lock = new ReentrantLock();
  private final String invitation;

  private Phase phase = new Phase.Invited();
  private long deadline;
  private Optional<Ticket> ticket = Optional.empty();

  /// Where sound goes; written under the lock.
  private volatile @Nullable MediaSocket media;

  TwilioLeg(String callSid, CallInfo info, boolean bySip, Seat seat, Surroundings around) {
    this.callSid = callSid;
    this.info = info;
    this.bySip = bySip;
    this.seat = seat;
    this.around = around;
    this.timings = around.settings().timings();
    this.reports = new Reports(around.tally());
    this.deadline = around.pulse().nanos() + timings.ticket().toNanos();
    this.invitation = around.twiml().connect(steps.open(), mintTicket());
  }

  /// What the first webhook is answered, however often it comes.
  String invitation() {
    return invitation;
  }

  @Override
  public CallInfo info() {
    return info;
  }

  @Override
  public AudioFormat audio() {
    return AudioFormat.MU_LAW;
  }

  @Override
  public void play(ByteBuffer base64) {
    var to = media;
    if (to != null) to.play(base64);
  }

  @Override
  public void mark(String name) {
    var to = media;
    if (to != null) to.mark(name);
  }

  @Override
  public void clearPlayback() {
    var to = media;
    if (to != null) to.clear();
  }

  @Override
  public void transfer(TransferOrder order) {
    act(() -> {
      if (order.mode() != TransferDef.Mode.WARM) {
        leave(new Phase.Order.Transfer(order));
        return;
      }
      around.tally().count(Counted.WARM_REFUSED);
      reports.add(listener -> listener.transferEnded(TransferOutcome.FAILED));
    });
  }

  @Override
  public void hangUp(List<String> unsaid) {
    act(() -> leave(new Phase.Order.HangUp(unsaid)));
  }

  private void leave(Phase.Order order) {
    switch (phase) {
      case Phase.Talking _ -> {
        dismissMedia();
        enter(new Phase.Leaving(order), timings.nextStep());
      }
      case Phase.Away _ -> enter(new Phase.Leaving(order), timings.nextStep());
      case Phase.Leaving _ -> {
        // Hanging up overrules a transfer that has not begun; a second transfer does not.
        if (order instanceof Phase.Order.HangUp) phase = new Phase.Leaving(order);
      }
      case Phase.Dialling _ -> {
        if (order instanceof Phase.Order.HangUp) phase = new Phase.Dialling(true);
      }
      case Phase.Invited _, Phase.Bridged _, Phase.Gone _ -> {}
    }
  }

  /// Takes the ticket if it is this one; a second time it is wrong.
  boolean takeTicket(String word) {
    return decide(() -> {
      boolean right = ticket.filter(t -> t.opens(word, around.pulse().nanos())).isPresent();
      if (right) ticket = Optional.empty();
      return right;
    });
  }

  /// The media is there, with a right ticket.
  void attach(MediaSocket socket) {
    act(() -> {
      switch (phase) {
        case Phase.Invited _ -> {
          talk(socket);
          reports.begin(() -> seat.connected(this));
        }
        case Phase.Away(var outcome) -> {
          talk(socket);
          reports.add(LegListener::mediaBack);
          outcome.ifPresent(o -> reports.add(listener -> listener.transferEnded(o)));
        }
        case Phase.Talking _, Phase.Leaving _, Phase.Dialling _, Phase.Bridged _, Phase.Gone _ ->
            socket.dismiss();
      }
    });
  }

  private void talk(MediaSocket socket) {
    phase = new Phase.Talking(socket);
    media = socket;
  }

  void mediaGone(MediaSocket socket) {
    act(() -> {
      if (phase instanceof Phase.Talking(var mine) && mine.equals(socket)) loseMedia();
    });
  }

  private void loseMedia() {
    dismissMedia();
    enter(new Phase.Away(Optional.empty()), timings.mediaReturn());
    reports.add(LegListener::mediaLost);
  }

  private void dismissMedia() {
    var mine = media;
    media = null;
    if (mine != null) mine.dismiss();
  }

  void heard(ByteBuffer base64) {
    reports.sound(base64);
  }

  void pressed(char key) {
    act(() -> reports.add(listener -> listener.digit(key)));
  }

  void markReached(String name) {
    act(() -> reports.add(listener -> listener.markReached(name)));
  }

  /// Answers Twilio's question after the media has ended; empty if the word is an old one.
  Optional<String> continued(String token, String callStatus) {
    return decide(() -> step(Steps.Kind.CONTINUE, token, () -> afterMedia(callStatus)));
  }

  /// Answers Twilio's question after a transfer; empty if the word is an old one.
  Optional<String> dialled(String token, String callStatus, TransferOutcome outcome) {
    return decide(() -> step(Steps.Kind.DIALLED, token, () -> afterDial(callStatus, outcome)));
  }

  private Optional<String> step(Steps.Kind kind, String token, Supplier<String> answer) {
    var given = steps.given(token);
    if (given.isPresent()) return given;
    return steps.isOpen(kind, token) ? Optional.of(steps.answered(answer.get())) : Optional.empty();
  }

  private String afterMedia(String callStatus) {
    if (Outcomes.over(callStatus)) return farewell(List.of());
    return switch (phase) {
      case Phase.Talking _ -> {
        loseMedia();
        yield connect();
      }
      case Phase.Invited _, Phase.Away _ -> connect();
      case Phase.Leaving(Phase.Order.HangUp(var unsaid)) -> farewell(unsaid);
      case Phase.Leaving(Phase.Order.Transfer(var order)) -> dial(order);
      case Phase.Dialling _, Phase.Bridged _, Phase.Gone _ -> farewell(List.of());
    };
  }

  private String connect() {
    return around.twiml().connect(steps.next(Steps.Kind.CONTINUE), mintTicket());
  }

  private String dial(TransferOrder order) {
    var step = steps.next(Steps.Kind.DIALLED);
    enter(new Phase.Dialling(false), order.ring().plus(timings.dialGrace()));
    boolean refer = order.mode() == TransferDef.Mode.REFER && bySip && Twiml.isSip(order.to());
    return refer ? around.twiml().refer(order, step) : around.twiml().dial(order, step);
  }

  private String farewell(List<String> unsaid) {
    steps.next(Steps.Kind.CONTINUE);
    end();
    return around.twiml().hangUp(unsaid);
  }

  private String afterDial(String callStatus, TransferOutcome outcome) {
    if (phase instanceof Phase.Dialling && outcome == TransferOutcome.ANSWERED) bridge();
    boolean back =
        phase instanceof Phase.Dialling(var hangUp) && !hangUp && !Outcomes.over(callStatus);
    if (!back) return farewell(List.of());
    enter(new Phase.Away(Optional.of(outcome)), timings.mediaReturn());
    return connect();
  }

  /// The far end of a transfer has answered.
  void farEndAnswered() {
    act(() -> {
      if (phase instanceof Phase.Dialling) bridge();
    });
  }

  private void bridge() {
    enter(new Phase.Bridged(), timings.bridged());
    reports.add(listener -> listener.transferEnded(TransferOutcome.ANSWERED));
  }

  /// Twilio says that the call is over.
  void over() {
    act(this::end);
  }

  private void end() {
    if (phase instanceof Phase.Gone) return;
    if (phase instanceof Phase.Invited) reports.run(seat::abandoned);
    else reports.addLast(LegListener::hungUp);
    phase = new Phase.Gone();
    ticket = Optional.empty();
    dismissMedia();
    around.legs().forget(callSid, steps);
  }

  /// Draws the conclusion from what has not happened in time.
  void sweep(long now) {
    act(() -> {
      if (phase instanceof Phase.Talking(var socket)) {
        if (socket.silentFor(timings.silence(), now)) {
          around.tally().count(Counted.MEDIA_SILENT);
          loseMedia();
        }
      } else if (now - deadline > 0) {
        expire();
      }
    });
  }

  private void expire() {
    switch (phase) {
      case Phase.Invited _ -> giveUp(Counted.MEDIA_NEVER_CAME);
      case Phase.Away _ -> giveUp(Counted.MEDIA_NEVER_BACK);
      case Phase.Leaving(Phase.Order.HangUp _) -> giveUp(Counted.STEP_NEVER_ASKED);
      case Phase.Leaving(Phase.Order.Transfer _) -> failTransfer(Counted.STEP_NEVER_ASKED);
      case Phase.Dialling _ -> failTransfer(Counted.DIAL_NEVER_TOLD);
      case Phase.Bridged _ -> giveUp(Counted.DIAL_NEVER_TOLD);
      case Phase.Talking _, Phase.Gone _ -> {}
    }
  }

  private void failTransfer(String reason) {
    reports.add(listener -> listener.transferEnded(TransferOutcome.FAILED));
    giveUp(reason);
  }

  private void giveUp(String reason) {
    around.tally().count(reason);
    end();
  }

  private void enter(Phase next, Duration patience) {
    phase = next;
    deadline = around.pulse().nanos() + patience.toNanos();
  }

  private String mintTicket() {
    var minted = Ticket.mint(around.pulse().nanos(), timings.ticket());
    ticket = Optional.of(minted);
    return minted.word();
  }

  private void act(Runnable action) {
    decide(() -> {
      action.run();
      return true;
    });
  }

  private <T> T decide(Supplier<T> decision) {
    T answer;
    lock.lock();
    try {
      answer = decision.get();
    } finally {
      lock.unlock();
    }
    reports.deliver();
    return answer;
  }
}
