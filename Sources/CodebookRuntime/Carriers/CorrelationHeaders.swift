/// How identifiers go along with an HTTP request.
///
/// Specification, 1.3.
public enum CorrelationHeaders {
  /// The header with the correlation ID.
  public static let correlation = "X-Correlation-ID"

  /// The header with the sender's session ID.
  public static let session = "X-Session-ID"

  /// The header with the sender's span ID.
  public static let span = "X-Span-ID"

  /// The headers for a request.
  public static func headers(
    context: CorrelationContext, sessionID: SessionID
  ) -> [String: String] {
    var headers = [
      correlation: context.correlationID.description, session: sessionID.description,
    ]
    headers[span] = context.spanID?.description
    return headers
  }

  /// The headers for a request that is made in the current action.
  public static func headers(from log: RecordLogger) -> [String: String] {
    headers(context: log.currentContext, sessionID: log.session)
  }

  /// The identifiers in a request's headers. Names compare without case.
  ///
  /// - Parameters:
  ///   - headers: The headers in the order in which they came. One that comes several times is
  ///     malformed: which of them the sender meant cannot be known.
  ///   - carrier: `.websocket` for the request that opens one.
  public static func identifiers(
    in headers: some Sequence<(String, String)>, by carrier: ReplacedIdentifier.Carrier = .http
  ) -> IncomingIdentifiers {
    var found = Found()
    for (name, value) in headers { found.add(name, value) }
    return found.identifiers(by: carrier)
  }

  /// The identifiers in a request's headers. Names compare without case.
  ///
  /// - Parameters:
  ///   - headers: The headers.
  ///   - carrier: `.websocket` for the request that opens one.
  public static func identifiers(
    in headers: [String: String], by carrier: ReplacedIdentifier.Carrier = .http
  ) -> IncomingIdentifiers {
    identifiers(in: headers.map { ($0.key, $0.value) }, by: carrier)
  }

  /// What was found of each; anything but a text is malformed.
  private struct Found {
    private var correlation: LogValue?
    private var session: LogValue?
    private var span: LogValue?

    mutating func add(_ name: String, _ value: String) {
      let name = name.utf8
      if CorrelationHeaders.isSame(name, CorrelationHeaders.correlation) {
        Self.add(value, to: &correlation)
      } else if CorrelationHeaders.isSame(name, CorrelationHeaders.session) {
        Self.add(value, to: &session)
      } else if CorrelationHeaders.isSame(name, CorrelationHeaders.span) {
        Self.add(value, to: &span)
      }
    }

    func identifiers(by carrier: ReplacedIdentifier.Carrier) -> IncomingIdentifiers {
      IncomingIdentifiers(correlation: correlation, span: span, session: session, by: carrier)
    }

    private static func add(_ value: String, to found: inout LogValue?) {
      found = found == nil ? .string(trimmed(value)) : .array([])
    }

    /// Without the blanks around a header's value, which mean nothing.
    private static func trimmed(_ value: String) -> String {
      let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
      let start = value.utf8.drop(while: isBlank)
      let rest = start.reversed().drop(while: isBlank).reversed()
      return String(decoding: Array(rest), as: UTF8.self)
    }
  }

  private static func isSame(_ name: String.UTF8View, _ other: String) -> Bool {
    name.count == other.utf8.count
      && zip(name, other.utf8).allSatisfy { small($0) == small($1) }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
