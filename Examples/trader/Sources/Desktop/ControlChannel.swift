import CodebookRuntime
import DiagnosticsBundle
import WebSockets

/// Tells the engine what to do, by websocket, and hears what it tells by itself. Each message carries
/// the correlation that it belongs to.
struct ControlChannel: Sendable {
  private let socket: WebSocket
  private let log: RecordLogger
  private let replies: AsyncStream<ControlEnvelope>

  /// Connects to an engine.
  ///
  /// - Parameter news: Gets what the engine tells by itself.
  static func connect(
    port: Int, log: RecordLogger, news: @escaping @Sendable (EngineNews) -> Void
  ) async throws -> ControlChannel {
    let headers = CorrelationHeaders.headers(from: log).map { (name: $0.key, value: $0.value) }
    let socket = try await WebSocket.connect(port: port, path: "/control", headers: headers)
    return ControlChannel(socket: socket, log: log, replies: sort(socket.messages, news))
  }

  /// Asks for something, and waits for the answer.
  ///
  /// - Returns: `nil` where the engine ended without one.
  func ask(for type: String, _ payload: LogValue? = nil) async throws -> ControlEnvelope? {
    socket.send(try ControlEnvelope(type: type, from: log, payload: payload).text())
    for await reply in replies { return reply }
    return nil
  }

  /// Nobody answers any more.
  struct NoAnswer: Error, CustomStringConvertible {
    let description = "the engine is gone"
  }

  /// What the engine knows for a diagnostics bundle.
  func diagnostics() async throws -> BundlePart {
    guard let part = try await ask(for: "diagnostics")?.payload else { throw NoAnswer() }
    return try BundlePart(part)
  }

  /// Hands news on; what is left are replies. They end when the connection does.
  private static func sort(
    _ messages: AsyncStream<String>, _ news: @escaping @Sendable (EngineNews) -> Void
  ) -> AsyncStream<ControlEnvelope> {
    let (replies, continuation) = AsyncStream.makeStream(of: ControlEnvelope.self)
    Task {
      for await text in messages {
        // What cannot be read is no reply to anything.
        guard let message = try? ControlEnvelope(parsing: text.utf8) else { continue }
        if let told = EngineNews(message) { news(told) } else { continuation.yield(message) }
      }
      continuation.finish()
    }
    return replies
  }
}
