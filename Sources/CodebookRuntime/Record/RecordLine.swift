/// One record while it is written.
///
/// Generated code calls these functions in the order of the record's parts, under the logger's
/// lock. Where the line becomes too long the same calls are made again with lower limits, so they
/// must depend on nothing but their arguments.
public struct RecordLine: ~Copyable, Sendable {
  var buffer: LineBuffer
  var limits = RecordLimits.first
  var time = Timestamp(milliseconds: 0)
  var timestampText = TimestampText()
  var context: CorrelationContext
  var session: SessionID
  /// The service that the record has where its event does not fix one.
  var service: String
  /// The catalog, and the place of the record's event in it; negative where it has none.
  let layout: CatalogLayout
  var event = -1
  /// What is known of the event's declared details; `nil` where all are written as they are.
  var guards: RecordGuards?
  /// The code points of the event's own message; 0 where it has none.
  var messageLength = 0
  /// The event's own message, where the limits cut it.
  private var messageToCut: ConstantMessage?
  var details = DetailsProgress()
  /// One of the catalog's operator messages: the last that was written, since errors repeat.
  var knownMessage = ""
  var redaction: RecordRedaction

  init(layout: CatalogLayout, service: String, context: CorrelationContext, session: SessionID) {
    self.layout = layout
    self.service = service
    self.context = context
    self.session = session
    buffer = LineBuffer()
    redaction = RecordRedaction(layout.redactor)
  }

  deinit { buffer.deallocate() }

  /// Starts the line over.
  mutating func restart(limits: RecordLimits) {
    self.limits = limits
    messageToCut = messageLength > limits.characters ? layout.events[event].constantMessage : nil
    buffer.clear()
    details.restart()
    redaction.restart()
  }

  /// Writes a part that is the same in every record of the event.
  public mutating func constant(_ json: StaticString) {
    if messageToCut == nil {
      buffer.append(json)
    } else {
      appendWithMessageCut(json)
    }
  }

  /// Writes the record's time.
  public mutating func timestamp() {
    buffer.append(UInt8(ascii: "\""))
    timestampText.write(time, to: buffer.next)
    buffer.advance(by: TimestampText.length)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes the service: the process's own where the event allows it.
  public mutating func serviceName() {
    name(service)
  }

  /// Writes the correlation ID.
  public mutating func correlationID() {
    appendUUID(context.correlationID.bits)
  }

  /// Writes the session ID.
  public mutating func sessionID() {
    appendUUID(session.bits)
  }

  /// Writes the span ID with what surrounds it, if there is one.
  public mutating func spanID(prefix: StaticString, suffix: StaticString) {
    guard let span = context.spanID else { return }
    buffer.append(prefix)
    buffer.append(UInt8(ascii: "\""))
    HexDigits.write(sixteen: span.bits, to: buffer.next)
    buffer.advance(by: 16)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(suffix)
  }

  private mutating func appendUUID(_ bits: UUIDBits) {
    buffer.append(UInt8(ascii: "\""))
    bits.write(to: buffer.next)
    buffer.advance(by: 36)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a constant part in which the event's message is too long for the limits.
  private mutating func appendWithMessageCut(_ json: StaticString) {
    guard let message = messageToCut,
      let place = json.withUTF8Buffer({ message.place(in: $0) })
    else { return buffer.append(json) }
    buffer.append(json.utf8Start, count: place.lowerBound)
    buffer.appendVerbatim(message.key)
    buffer.appendText(message.text, limit: limits.characters)
    buffer.append(
      json.utf8Start + place.upperBound, count: json.utf8CodeUnitCount - place.upperBound)
  }
}
