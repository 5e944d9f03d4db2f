internal import Redaction

/// What the lines of the handshake have in common.
struct HandshakeLine {
  private static let format: Int64 = 1

  var catalog: CatalogIdentity
  var sessionID: SessionID
  var context: CorrelationContext
  var payload: LogObject?
  /// Never shown: whoever has it can try values out against fingerprints.
  var fingerprintKey: FingerprintKey?
  var replaced: [ReplacedIdentifier] = []

  init(
    catalog: CatalogIdentity, sessionID: SessionID, context: CorrelationContext,
    payload: LogObject?
  ) {
    self.catalog = catalog
    self.sessionID = sessionID
    self.context = context
    self.payload = payload
  }

  /// Reads a line whose first member is `marker`. Unknown members are ignored.
  init(_ text: some Collection<UInt8>, marker: String) throws(CarrierError) {
    let members = try CarrierJSON.object(text)
    guard let format = members.present(marker) else {
      throw CarrierError("it has no member \(marker)")
    }
    guard format == .integer(Self.format) else {
      throw CarrierError("its \(marker) is not \(Self.format)")
    }
    switch members.present("payload") {
    case nil: payload = nil
    case .object(let object)?: payload = object
    default: throw CarrierError("its payload is not an object")
    }
    catalog = CatalogIdentity(
      version: try members.text("catalog_version"), digest: try members.text("catalog_digest"))
    sessionID = members["session_id"].read(
      SessionID.init(_:), or: SessionID.random(), .bootstrap, &replaced)
    if case .string(let digits)? = members["fingerprint_key"] {
      fingerprintKey = FingerprintKey(hex: digits)
    }
    let identifiers = IncomingIdentifiers(
      correlation: members["correlation_id"], span: members["span_id"], session: nil,
      by: .bootstrap)
    context = identifiers.context
    replaced += identifiers.replaced
  }

  /// The line, with its line feed.
  func text(marker: String, hasSpan: Bool) throws(CarrierError) -> String {
    let span = hasSpan ? context.spanID : nil
    return try CarrierWriter.text([
      marker: .integer(Self.format),
      "catalog_version": .string(catalog.version),
      "catalog_digest": .string(catalog.digest),
      "session_id": .string(sessionID.description),
      "correlation_id": .string(context.correlationID.description),
      "span_id": span.map { .string($0.description) },
      "fingerprint_key": fingerprintKey.map { .string($0.revealedHex) },
      "payload": payload.map(LogValue.object),
    ]) + "\n"
  }
}
