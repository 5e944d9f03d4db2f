import CWebSockets

/// What libwebsockets wants to be told.
enum WebSocketContext {
  /// The protocols of this process, and the empty one that ends the list. They live as long as
  /// any context, which is as long as the process.
  nonisolated(unsafe) private static let protocols: UnsafeMutablePointer<lws_protocols> = {
    let protocols = UnsafeMutablePointer<lws_protocols>.allocate(capacity: 2)
    protocols.initialize(repeating: lws_protocols(), count: 2)
    protocols[0].name = UnsafePointer(strdup("control"))
    protocols[0].callback = webSocketCallback
    return protocols
  }()

  /// A context without a listener; `nil` where memory or descriptors are used up.
  static func make() -> OpaquePointer? {
    // It would write plain text to standard error.
    lws_set_log_level(0, nil)
    var info = lws_context_creation_info()
    info.port = CONTEXT_PORT_NO_LISTEN
    info.protocols = UnsafePointer(protocols)
    // Else it takes memory for as many as this process may open at all.
    info.fd_limit_per_thread = 16
    return lws_create_context(&info)
  }

  /// Begins to connect. What becomes of it, the callback hears.
  ///
  /// - Parameter loop: Has to outlive the connection; the thread that serves it sees to that.
  static func connect(
    _ context: OpaquePointer, _ request: WebSocketRequest, loop: WebSocketLoop
  ) -> OpaquePointer? {
    "127.0.0.1".withCString { address in
      request.path.withCString { path in
        var info = lws_client_connect_info()
        info.context = context
        info.address = address
        info.host = address
        info.origin = address
        info.path = path
        info.port = request.port
        info.opaque_user_data = Unmanaged.passUnretained(loop).toOpaque()
        return lws_client_connect_via_info(&info)
      }
    }
  }
}
