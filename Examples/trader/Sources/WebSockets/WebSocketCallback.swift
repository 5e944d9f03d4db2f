import CWebSockets

/// What libwebsockets calls for whatever happens, on the thread that serves the connection.
///
/// A function of its own: a closure in `main.swift` would belong to the main actor, and trap here.
func webSocketCallback(
  _ connection: OpaquePointer?, _ reason: lws_callback_reasons,
  _ user: UnsafeMutableRawPointer?, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int32 {
  guard let connection, let pointer = lws_get_opaque_user_data(connection) else { return 0 }
  let loop = Unmanaged<WebSocketLoop>.fromOpaque(pointer).takeUnretainedValue()
  switch reason {
  case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
    return addHeaders(loop.request.headers, to: connection, at: bytes, room: count) ? 0 : -1
  case LWS_CALLBACK_CLIENT_ESTABLISHED:
    loop.isConnected(by: connection)
  case LWS_CALLBACK_CLIENT_RECEIVE:
    let isLast = lws_is_final_fragment(connection) != 0
    loop.received(UnsafeRawBufferPointer(start: bytes, count: count), isLast: isLast)
  case LWS_CALLBACK_CLIENT_WRITEABLE:
    return loop.write(to: connection) ? 0 : -1
  case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
    loop.fail("the server did not accept the connection")
  case LWS_CALLBACK_CLIENT_CLOSED:
    loop.finish()
  default:
    break
  }
  return 0
}

/// Writes headers where the library leaves room for them, and moves its pointer behind them.
private func addHeaders(
  _ headers: [(name: String, value: String)], to connection: OpaquePointer,
  at position: UnsafeMutableRawPointer?, room: Int
) -> Bool {
  guard let position else { return false }
  let next = position.assumingMemoryBound(to: UnsafeMutablePointer<UInt8>?.self)
  let end = next.pointee.map { $0 + room }
  return headers.allSatisfy { name, value in
    // The library wants the name with its colon.
    lws_add_http_header_by_name(
      connection, "\(name):", value, Int32(value.utf8.count), next, end) == 0
  }
}
