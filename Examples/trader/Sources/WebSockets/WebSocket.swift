/// The client's end of a websocket on this machine.
///
/// URLSession has none on Linux, where libcurl is built without them. Text messages only; one
/// connection each, on a thread of its own. It is closed with its last reference.
public final class WebSocket: Sendable {
  /// The text messages that arrive. Ends when the connection does, however it ends: that a
  /// process crashed and that it hung up look alike here. For one reader.
  public let messages: AsyncStream<String>

  private let loop: WebSocketLoop

  private init(loop: WebSocketLoop, messages: AsyncStream<String>) {
    self.loop = loop
    self.messages = messages
  }

  /// Connects to a server on the loopback interface.
  ///
  /// - Parameters:
  ///   - port: Where it listens, from 1 to 65,535.
  ///   - path: What is asked for, such as `/control`.
  ///   - headers: What the request that opens the connection carries besides its own.
  /// - Throws: `WebSocketError` where there is no such server, or it refuses.
  public static func connect(
    port: Int, path: String, headers: [(name: String, value: String)] = []
  ) async throws -> WebSocket {
    let (messages, continuation) = AsyncStream.makeStream(of: String.self)
    let request = WebSocketRequest(port: Int32(port), path: path, headers: headers)
    let loop = WebSocketLoop(request: request, messages: continuation)
    try await withCheckedThrowingContinuation { loop.start(connected: $0) }
    return WebSocket(loop: loop, messages: messages)
  }

  deinit {
    loop.close()
  }

  /// Sends a text message; what is sent after the connection's end is lost.
  public func send(_ text: String) {
    loop.send(Array(text.utf8))
  }

  /// Closes the connection once all is sent.
  public func close() {
    loop.close()
  }
}

/// Why there is no connection.
public struct WebSocketError: Error, CustomStringConvertible {
  /// For a person.
  public let description: String
}
