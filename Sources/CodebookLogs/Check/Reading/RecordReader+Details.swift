// The field of details.
extension RecordReader {
  private static let operatorMessage: StaticString = "operator_message"

  /// Reads the details of a record of an event; `nil` for one of which the catalog says nothing.
  mutating func detailsObject(
    of event: UnsafePointer<EventPlan>?, _ facts: inout RecordFacts
  ) -> Bool {
    names.removeAll()
    line.at += 1
    line.skipSpace()
    if line.take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let name = memberName(from: 0) else { return false }
      let isRead =
        if let event, let index = declared(name, of: event) {
          value(ofDetail: index, of: event, &facts)
        } else {
          member(name, &facts)
        }
      guard isRead else { return false }
    } while line.skip(UInt8(ascii: ","))
    return line.take(UInt8(ascii: "}"))
  }

  @inline(__always)
  private func declared(_ name: LineText, of event: UnsafePointer<EventPlan>) -> Int? {
    let details = event.pointee.details
    for index in 0..<event.pointee.detailCount where details[index].name.isEqual(to: name) {
      return index
    }
    return nil
  }

  /// Reads what the event declares.
  private mutating func value(
    ofDetail index: Int, of event: UnsafePointer<EventPlan>, _ facts: inout RecordFacts
  ) -> Bool {
    let detail = event.pointee.details[index]
    facts.details |= 1 << UInt64(index)
    if detail.isLeftSession, event.pointee.adoptsSession {
      return leftSession(under: detail.name, &facts)
    }
    return value(detail.kind, under: detail.name)
  }

  /// Reads the session that a process leaves; anything but a UUID is for the exact path.
  private mutating func leftSession(under key: FixedBytes, _ facts: inout RecordFacts) -> Bool {
    guard line.take(UInt8(ascii: "\"")) else { return false }
    let start = line.at
    guard let session = line.randomUUID() else { return false }
    facts.leftSession = session
    return texts.isClean(
      LineText(start: start, count: 36, hasEscapes: false), as: .name, key: key)
  }

  /// Reads what the runtime or the caller adds.
  private mutating func member(_ name: LineText, _ facts: inout RecordFacts) -> Bool {
    let key = FixedBytes(start: name.start, count: name.count)
    if Self.isInvalid(name) { return false }
    guard Self.isOperatorMessage(name), facts.errorCode >= 0 else {
      return isPlain(name) && value(under: key, depth: 1)
    }
    guard line.take(UInt8(ascii: "\"")), let text = line.text() else { return false }
    return tables.operatorMessages[Int(facts.errorCode)].isEqual(to: text)
      || texts.isClean(text, as: .name, key: key)
  }

  /// Whether a runtime says here which arguments were not valid.
  @inline(__always)
  private static func isInvalid(_ name: LineText) -> Bool {
    let detail = InvalidArguments.detail
    return FixedBytes(start: detail.utf8Start, count: detail.utf8CodeUnitCount).isEqual(to: name)
  }

  @inline(__always)
  private static func isOperatorMessage(_ name: LineText) -> Bool {
    let count = operatorMessage.utf8CodeUnitCount
    return FixedBytes(start: operatorMessage.utf8Start, count: count).isEqual(to: name)
  }
}
