// What can be said of a record once all of its members were read.
extension RecordReader {
  /// Whether a record has all that it must have, and its event's records may have all that it has.
  @inline(__always)
  mutating func finish(_ facts: inout RecordFacts) -> Bool {
    guard facts.fields & tables.requiredFields == tables.requiredFields else { return false }
    // What a component's services do not allow, its event may: the exact path knows.
    guard
      facts.component < 0 || facts.service < 0
        || tables.componentServices[Int(facts.component)].contains(facts.service)
    else { return false }
    guard facts.event >= 0 else {
      // Some catalogs have no field for events.
      return message.map { isClean(message: $0) } ?? true && readDetails(of: nil, &facts)
    }
    // Read where it stands: as a value, all of it would be copied for each record.
    let event = tables.eventPlans + Int(facts.event)
    guard event.pointee.allows(facts) else { return false }
    if let message, !event.pointee.message.isEqual(to: message), !isClean(message: message) {
      return false
    }
    return readDetails(of: event, &facts)
      && facts.details & event.pointee.requiredDetails == event.pointee.requiredDetails
  }

  private mutating func isClean(message: LineText) -> Bool {
    tables.messageKeys.allSatisfy { texts.isClean(message, as: .value, key: $0) }
  }

  private mutating func readDetails(
    of event: UnsafePointer<EventPlan>?, _ facts: inout RecordFacts
  ) -> Bool {
    guard let details else { return true }
    // They were skipped up to the bracket that closes them, so this ends there or nowhere.
    line = details
    return detailsObject(of: event, &facts)
  }
}

extension FixedBytes {
  /// Whether a text has the same bytes.
  @inline(__always)
  func isEqual(to text: LineText) -> Bool {
    count == text.count && areEqual(text.start)
  }
}
