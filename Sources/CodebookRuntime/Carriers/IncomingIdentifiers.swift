/// An identifier that did not arrive as it should, and for which a fresh one stands.
///
/// Specification, 1.3. What came is not kept: it may be anything.
public struct ReplacedIdentifier: Hashable, Sendable {
  /// How identifiers come from another process.
  public enum Carrier: String, Sendable {
    /// The line on standard input that a process is started with.
    case bootstrap

    /// A request's headers.
    case http

    /// A message on a websocket.
    case websocket
  }

  /// What was wrong with it.
  public enum Reason: String, Sendable {
    /// It was not in the strict form.
    case malformed

    /// There was none.
    case missing
  }

  /// How it came.
  public let carrier: Carrier

  /// What was wrong.
  public let reason: Reason
}

/// The identifiers that a request or a message brought.
public struct IncomingIdentifiers: Hashable, Sendable {
  /// The sender's correlation ID and span, or a fresh correlation ID.
  public let context: CorrelationContext

  /// The sender's session, for comparison; it is never adopted.
  public let sessionID: SessionID?

  /// What was replaced.
  public let replaced: [ReplacedIdentifier]

  /// - Parameters: What came, whatever it is; `nil` for what did not come.
  init(
    correlation: LogValue?, span: LogValue?, session: LogValue?,
    by carrier: ReplacedIdentifier.Carrier
  ) {
    var replaced: [ReplacedIdentifier] = []
    let id = correlation.read(
      CorrelationID.init(_:), or: CorrelationID.random(), carrier, &replaced)
    // A span belongs to its correlation, and goes with it.
    context = CorrelationContext(
      correlationID: id, spanID: replaced.isEmpty ? span.read(SpanID.init(_:)) : nil)
    sessionID = session.read(SessionID.init(_:))
    self.replaced = replaced
  }
}

extension LogValue? {
  /// What a text means; `nil` for anything else.
  func read<Identifier>(_ parse: (String) -> Identifier?) -> Identifier? {
    if case .string(let text) = self { parse(text) } else { nil }
  }

  /// What a text means, or a fresh identifier, and why.
  func read<Identifier>(
    _ parse: (String) -> Identifier?, or fresh: @autoclosure () -> Identifier,
    _ carrier: ReplacedIdentifier.Carrier, _ replaced: inout [ReplacedIdentifier]
  ) -> Identifier {
    if let identifier = read(parse) { return identifier }
    let isMissing = self == nil || self == .null
    replaced.append(
      ReplacedIdentifier(carrier: carrier, reason: isMissing ? .missing : .malformed))
    return fresh()
  }
}
