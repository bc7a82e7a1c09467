package callflow.runtime.session;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.TransferOutcome;
import callflow.runtime.audio.AudioBridge;
import callflow.runtime.telephony.LegListener;
import callflow.runtime.voice.CallClock;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns the thread and the mailbox of one call; nobody else touches the call's state.
final class CallActor implements LegListener {
  /// Things that may wait for the call's attention; more means that it hangs, and it is given up.
  static final int MAILBOX = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(CallActor.class);

  private final CallId id;
  private final CallClock clock;
  private final CallWatcher watcher;
  private final BlockingQueue<Mail> mailbox = new ArrayBlockingQueue<>(MAILBOX);
  private final Runnable whenOver;
  private volatile boolean overflown;
  private Optional<AudioBridge> bridge = Optional.empty();

  CallActor(CallId id, CallClock clock, CallWatcher watcher, Runnable whenOver) {
    this.id = id;
    this.clock = clock;
    this.watcher = watcher;
    this.whenOver = whenOver;
  }

  /// Starts the call's thread, on which is asked what is known about the call.
  void start(LiveCall call, AudioBridge sound, Supplier<CallInfo> info) {
    bridge = Optional.of(sound);
    Thread.ofVirtual().name("call-" + id).start(() -> run(call, info));
  }

  private void run(LiveCall call, Supplier<CallInfo> info) {
    try {
      call.begin(info.get());
      while (!call.over() && !overflown) next(call);
      if (overflown) throw new IllegalStateException("more than " + MAILBOX + " things waited");
    } catch (RuntimeException fault) {
      failed(call, fault);
    } catch (StackOverflowError | LinkageError fault) {
      failed(call, new IllegalStateException(fault));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      call.endNow(LiveCall.APOLOGY);
    } finally {
      finish(call);
    }
  }

  /// The caller first: whoever watches may be what failed.
  private void failed(LiveCall call, RuntimeException fault) {
    LOG.error("call {} failed", id, fault);
    mailbox.clear();
    try {
      call.endNow(LiveCall.APOLOGY);
    } finally {
      watcher.failed(id, fault);
    }
    lastTools(call);
  }

  /// What the flow does after a call is done after one that failed, too.
  private void lastTools(LiveCall call) {
    try {
      while (call.state().ended() && !call.over()) next(call);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(LiveCall call) {
    try {
      watcher.over(id, call.state());
    } finally {
      whenOver.run();
    }
  }

  private void next(LiveCall call) throws InterruptedException {
    long wait = call.nextDue() - clock.nanos();
    var mail = mailbox.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
    if (mail != null) call.take(mail);
    call.elapsed();
  }

  /// From any thread.
  void mail(Mail mail) {
    if (!mailbox.offer(mail)) overflown = true;
  }

  @Override
  public void audio(ByteBuffer base64) {
    bridge.ifPresent(sound -> sound.fromCaller(base64));
  }

  @Override
  public void digit(char key) {
    mail(new Mail.Key(key));
  }

  @Override
  public void markReached(String name) {
    mail(new Mail.MarkReached(name));
  }

  @Override
  public void mediaLost() {
    mail(new Mail.MediaLost());
  }

  @Override
  public void mediaBack() {
    mail(new Mail.MediaBack());
  }

  @Override
  public void transferEnded(TransferOutcome outcome) {
    mail(new Mail.TransferCame(outcome));
  }

  @Override
  public void hungUp() {
    mail(new Mail.CallerGone());
  }
}
