package callflow.runtime.server;

/// Where a request goes. The longest path that fits wins.
public sealed interface Route {
  /// Begins with `/` and ends without.
  String path();

  /// Takes this path and everything below it.
  record Http(String method, String path, Handler handler) implements Route {
    public Http {
      mustBePath(path);
    }
  }

  /// Takes exactly this path.
  record WebSocket(String path, Entrance entrance) implements Route {
    public WebSocket {
      mustBePath(path);
    }
  }

  private static void mustBePath(String path) {
    if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
      throw new IllegalArgumentException("path is " + path);
    }
  }
}
