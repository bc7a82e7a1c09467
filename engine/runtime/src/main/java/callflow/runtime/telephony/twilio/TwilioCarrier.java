package callflow.runtime.telephony.twilio;

import callflow.program.TransferDef;
import callflow.runtime.server.Entrance.Decision;
import callflow.runtime.server.Request;
import callflow.runtime.server.Response;
import callflow.runtime.server.Route;
import callflow.runtime.server.Socket;
import callflow.runtime.server.SocketListener;
import callflow.runtime.server.Tally;
import callflow.runtime.telephony.Pulse;
import callflow.runtime.telephony.Switchboard;
import java.time.Duration;
import java.util.List;

/// Brings Twilio's calls to a [Switchboard].
///
/// The number's voice webhook is `{publicUrl}{path}/voice`, its status callback
/// `{publicUrl}{path}/status`; all other addresses we tell Twilio ourselves.
public final class TwilioCarrier implements AutoCloseable {
  /// How exactly deadlines are kept.
  static final Duration SWEEP = Duration.ofMillis(250);

  private final TwilioSettings settings;
  private final Signatures signatures;
  private final Legs legs;
  private final Strangers strangers;
  private final Pulse pulse;
  private final Tally tally;
  private final Webhooks webhooks;
  private final Pulse.Beat beat;

  public TwilioCarrier(TwilioSettings settings, Switchboard switchboard, Pulse pulse) {
    this.settings = settings;
    this.signatures = new Signatures(settings);
    this.legs = new Legs(settings.calls());
    this.strangers = new Strangers(settings);
    this.pulse = pulse;
    this.tally = new Tally();
    var around = new Surroundings(settings, new Twiml(settings), pulse, tally, legs);
    this.webhooks = new Webhooks(signatures, switchboard, around);
    this.beat = pulse.every(SWEEP, this::sweep);
  }

  /// Whether callers can be handed over like this. A warm transfer comes out as failed at once, so
  /// a flow that wants one is better refused before its first call.
  public static boolean supports(TransferDef.Mode mode) {
    return switch (mode) {
      case COLD, REFER -> true;
      case WARM -> false;
    };
  }

  /// What the server must offer for this carrier.
  public List<Route> routes() {
    return List.of(
        new Route.Http("POST", settings.path() + "/voice", webhooks::voice),
        new Route.Http("POST", settings.path() + "/continue", webhooks::continued),
        new Route.Http("POST", settings.path() + "/dialled", webhooks::dialled),
        new Route.Http("POST", settings.path() + "/status", webhooks::status),
        new Route.WebSocket(settings.path() + "/media", this::knock));
  }

  /// What was refused or dropped.
  public Tally tally() {
    return tally;
  }

  /// Calls that are not over, those included whose media has not come yet.
  public int calls() {
    return legs.count();
  }

  /// Stops looking at deadlines. Calls go on as long as the server does.
  @Override
  public void close() {
    beat.close();
  }

  private Decision knock(Request request) {
    if (!signatures.rightUpgrade(request)) return refused(Counted.FORGED_UPGRADE, 403);
    if (strangers.full()) return refused(Counted.TOO_MANY_UNPROVEN, 503);
    return new Decision.Enter(this::media);
  }

  private Decision refused(String reason, int status) {
    tally.count(reason);
    return new Decision.Refuse(Response.empty(status));
  }

  private SocketListener media(Socket socket) {
    var media = new MediaSocket(socket, legs, strangers, pulse, tally);
    strangers.add(media);
    return media;
  }

  private void sweep() {
    long now = pulse.nanos();
    strangers.sweep(now);
    legs.sweep(now);
  }
}
