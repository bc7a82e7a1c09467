package callflow.runtime.telephony.twilio;

import callflow.engine.call.CallInfo;
import callflow.engine.call.TransferOutcome;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.LegListener;
import callflow.runtime.telephony.Switchboard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Writes down what the carrier tells.
final class RecordingSwitchboard implements Switchboard {
  final List<CallInfo> asked = new CopyOnWriteArrayList<>();
  final BlockingQueue<CallLeg> legs = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private volatile Supplier<Admission> next = () -> new Admission.Welcome(new Place());

  void answers(Admission admission) {
    next = () -> admission;
  }

  @Override
  public Admission admit(CallInfo call) {
    asked.add(call);
    return next.get();
  }

  /// What was told next; empty if nothing comes for very long.
  String next() throws InterruptedException {
    var told = this.told.poll(30, TimeUnit.SECONDS);
    return told == null ? "nothing" : told;
  }

  List<String> untold() {
    return List.copyOf(told);
  }

  CallLeg leg() throws InterruptedException {
    return legs.poll(30, TimeUnit.SECONDS);
  }

  private final class Place implements Seat {
    @Override
    public LegListener connected(CallLeg leg) {
      told.add("connected");
      legs.add(leg);
      return new Recorder();
    }

    @Override
    public void abandoned() {
      told.add("abandoned");
    }
  }

  private final class Recorder implements LegListener {
    @Override
    public void audio(ByteBuffer base64) {
      var text = StandardCharsets.UTF_8.decode(base64).toString();
      if (text.equals("BUG+")) throw new IllegalStateException("on purpose");
      told.add("audio " + text);
    }

    @Override
    public void digit(char key) {
      told.add("digit " + key);
    }

    @Override
    public void markReached(String name) {
      told.add("mark " + name);
    }

    @Override
    public void mediaLost() {
      told.add("mediaLost");
    }

    @Override
    public void mediaBack() {
      told.add("mediaBack");
    }

    @Override
    public void transferEnded(TransferOutcome outcome) {
      told.add("transferEnded " + outcome);
    }

    @Override
    public void hungUp() {
      told.add("hungUp");
    }
  }
}
