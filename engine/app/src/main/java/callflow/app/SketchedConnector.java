package callflow.app;

import java.util.Locale;

/// The connector file of a sketch: it answers from `mock:` until there is a real service.
final class SketchedConnector {
  private SketchedConnector() {}

  static String text(String name) {
    String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return """
    # Where answers come from. Calls you try out are answered from `mock:`; the real service is
    # asked by `callflow serve` and `callflow simulate --live`, at the address in the environment.
    connector: %1$s
    kind: http
    base_url: env:%2$s_URL
    auth: { kind: bearer, token: env:%2$s_TOKEN }
    timeout: 3s

    operations:
      look_up:
        describe: Tells what is known about a reference number.
        effect: reads
        input:
          reference: { type: digits, describe: the reference number }
        output:
          status: { type: text }
        request:
          method: GET
          path: /references/${reference}
        mock:
          - reply: { status: on its way }
    """
        .formatted(name, variable);
  }
}
