/// What a child answers in one line on its standard output once it is ready to work.
///
/// Specification, 1.3.
public struct Ready: Sendable {
  private var line: HandshakeLine
  private static let marker = "codebook_ready"

  /// The answer of a child.
  ///
  /// - Parameters:
  ///   - catalog: The child's catalog.
  ///   - sessionID: The session under which it logs.
  ///   - correlationID: What it was started with.
  ///   - payload: What else the product's child tells, such as its port.
  public init(
    catalog: CatalogIdentity, sessionID: SessionID, correlationID: CorrelationID,
    payload: LogObject? = nil
  ) {
    line = HandshakeLine(
      catalog: catalog, sessionID: sessionID,
      context: CorrelationContext(correlationID: correlationID), payload: payload)
  }

  /// The answer of this process.
  public init(from log: RecordLogger, payload: LogObject? = nil) {
    self.init(
      catalog: log.catalog.identity, sessionID: log.session,
      correlationID: log.currentContext.correlationID, payload: payload)
  }

  /// Reads a line that arrived, in UTF-8. Unknown members are ignored.
  ///
  /// - Throws: `CarrierError` where it is no READY line at all.
  public init(parsing text: some Collection<UInt8>) throws(CarrierError) {
    line = try HandshakeLine(text, marker: Self.marker)
    // A child has none to give.
    line.fingerprintKey = nil
  }

  /// The child's catalog.
  public var catalog: CatalogIdentity { line.catalog }

  /// The session under which it logs.
  public var sessionID: SessionID { line.sessionID }

  /// What it was started with.
  public var correlationID: CorrelationID { line.context.correlationID }

  /// What else the product's child tells.
  public var payload: LogObject? { line.payload }

  /// What was replaced when the line was read.
  public var replaced: [ReplacedIdentifier] { line.replaced }

  /// The line with its line feed, in ASCII.
  ///
  /// - Throws: `CarrierError` where the payload has a number that is not finite or more than 64
  ///   containers inside one another, or the line more than 65,536 bytes.
  public func text() throws(CarrierError) -> String {
    try line.text(marker: Self.marker, hasSpan: false)
  }
}
