/// A message on the websocket control channel.
///
/// Specification, 1.3.
public struct ControlEnvelope: Sendable {
  /// What is asked or told.
  public let type: String

  /// The sender's correlation ID and span, or a fresh correlation ID.
  public let context: CorrelationContext

  /// The sender's session; `nil` where what came was none. It is never adopted.
  public let sessionID: SessionID?

  /// What else the message says; `nil` for nothing.
  public let payload: LogValue?

  /// What was replaced when the message was read.
  public let replaced: [ReplacedIdentifier]

  /// A message.
  public init(
    type: String, context: CorrelationContext, sessionID: SessionID, payload: LogValue? = nil
  ) {
    self.type = type
    self.context = context
    self.sessionID = sessionID
    self.payload = payload
    replaced = []
  }

  /// A message that is sent in the current action.
  public init(type: String, from log: RecordLogger, payload: LogValue? = nil) {
    self.init(
      type: type, context: log.currentContext, sessionID: log.session, payload: payload)
  }

  /// Reads a message that arrived, in UTF-8. Unknown members are ignored.
  ///
  /// - Throws: `CarrierError` where it is no JSON object with a `type`, or has more than 65,536
  ///   bytes.
  public init(parsing text: some Collection<UInt8>) throws(CarrierError) {
    let members = try CarrierJSON.object(text)
    guard case .string(let type)? = members["type"], !type.isEmpty else {
      throw CarrierError("it has no type")
    }
    let identifiers = IncomingIdentifiers(
      correlation: members["correlation_id"], span: members["span_id"],
      session: members["session_id"], by: .websocket)
    self.type = type
    context = identifiers.context
    sessionID = identifiers.sessionID
    payload = members.present("payload")
    replaced = identifiers.replaced
  }

  /// The message as it is sent, in ASCII.
  ///
  /// - Throws: `CarrierError` where the payload has a number that is not finite or more than 64
  ///   containers inside one another, or the message more than 65,535 bytes.
  public func text() throws(CarrierError) -> String {
    try CarrierWriter.text([
      "type": .string(type),
      "correlation_id": .string(context.correlationID.description),
      "session_id": sessionID.map { .string($0.description) },
      "span_id": context.spanID.map { .string($0.description) },
      "payload": payload,
    ])
  }
}
