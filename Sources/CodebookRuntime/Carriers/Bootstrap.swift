public import Redaction

/// What a process tells a child that it starts, in one line on the child's standard input: the
/// session, the action, and which catalog it speaks.
///
/// Specification, 1.3.
public struct Bootstrap: Sendable {
  private var line: HandshakeLine
  private static let marker = "codebook_bootstrap"

  /// The line for a child.
  ///
  /// - Parameters:
  ///   - catalog: The sender's catalog.
  ///   - sessionID: The sender's session, which becomes the child's.
  ///   - context: The action for which the child is started.
  ///   - fingerprintKey: What the child makes fingerprints with; without one it leaves values out.
  ///   - payload: What else the product tells its child.
  public init(
    catalog: CatalogIdentity, sessionID: SessionID, context: CorrelationContext,
    fingerprintKey: FingerprintKey? = nil, payload: LogObject? = nil
  ) {
    line = HandshakeLine(
      catalog: catalog, sessionID: sessionID, context: context, payload: payload)
    line.fingerprintKey = fingerprintKey
  }

  /// The line for a child that is started in the current action. It has the logger's fingerprint
  /// key, too.
  public init(from log: RecordLogger, payload: LogObject? = nil) {
    self.init(
      catalog: log.catalog.identity, sessionID: log.session, context: log.currentContext,
      fingerprintKey: log.fingerprintKey, payload: payload)
  }

  /// Reads a line that arrived, in UTF-8. Unknown members are ignored.
  ///
  /// A session or correlation ID that is missing or malformed is replaced by a fresh one;
  /// `replaced` tells.
  ///
  /// - Throws: `CarrierError` where it is no bootstrap line at all.
  public init(parsing text: some Collection<UInt8>) throws(CarrierError) {
    line = try HandshakeLine(text, marker: Self.marker)
  }

  /// The sender's catalog.
  public var catalog: CatalogIdentity { line.catalog }

  /// The sender's session.
  public var sessionID: SessionID { line.sessionID }

  /// The action for which the child was started, and the sender's span.
  public var context: CorrelationContext { line.context }

  /// What fingerprints are made with, where the sender has a key.
  public var fingerprintKey: FingerprintKey? { line.fingerprintKey }

  /// What else the product tells its child.
  public var payload: LogObject? { line.payload }

  /// What was replaced when the line was read.
  public var replaced: [ReplacedIdentifier] { line.replaced }

  /// The line with its line feed, in ASCII.
  ///
  /// - Throws: `CarrierError` where the payload has a number that is not finite or more than 64
  ///   containers inside one another, or the line more than 65,536 bytes.
  public func text() throws(CarrierError) -> String {
    try line.text(marker: Self.marker, hasSpan: true)
  }
}
