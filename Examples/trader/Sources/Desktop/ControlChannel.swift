import CodebookRuntime
import DiagnosticsBundle
import WebSockets

/// Tells the engine what to do, by websocket. Each message carries the current correlation.
struct ControlChannel {
  private let socket: WebSocket
  private let log: RecordLogger

  /// Connects to an engine.
  static func connect(port: Int, log: RecordLogger) async throws -> ControlChannel {
    let headers = CorrelationHeaders.headers(from: log).map { (name: $0.key, value: $0.value) }
    let socket = try await WebSocket.connect(port: port, path: "/control", headers: headers)
    return ControlChannel(socket: socket, log: log)
  }

  /// Asks for something, and waits for the answer.
  ///
  /// - Returns: `nil` where the engine ended without one.
  func ask(for type: String) async throws -> ControlEnvelope? {
    socket.send(try ControlEnvelope(type: type, from: log).text())
    for await text in socket.messages { return try ControlEnvelope(parsing: text.utf8) }
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
}
