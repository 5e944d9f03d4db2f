internal import CodebookRuntime

/// Holds one line after the other against a filter, without making values of it.
struct FilterEvaluation {
  let filter: RecordFilter
  private let timestamps: [[UInt8]]
  private(set) var scanner = RecordScanner()
  private var inner = RecordScanner()
  /// Why the last line that was none is no record.
  private var fault = RecordScanner.Fault.Reason.notAnObject
  /// The conditions of which no record had the field so far, where a person is told of that.
  private(set) var unseen: UnseenFields

  init(_ filter: RecordFilter, timestamps: [String]) {
    self.filter = filter
    self.timestamps = timestamps.map { Array($0.utf8) }
    unseen = UnseenFields(filter)
  }

  /// Whether a line is a record. The rest is asked of this line then.
  @inline(__always)
  mutating func isRecord(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(RecordScanner.Fault) {
      try scanner.scan(line)
      return true
    } catch {
      fault = error.reason
      return false
    }
  }

  /// What is asked instead of a line that is a record but for bytes that are not UTF-8, or names
  /// that stand twice, as some loggers write them: the last value counts.
  mutating func repaired(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard fault == .notUTF8 || fault == .nameTwice,
      case .object(let object)? = try? JSONReader.read(line, limit: .max)
    else { return nil }
    let repaired = Array(object.description.utf8)
    return repaired.withUnsafeBufferPointer { isRecord($0) } ? repaired : nil
  }

  /// The record's own time.
  func time(_ line: UnsafeBufferPointer<UInt8>) -> Int64? {
    for name in timestamps {
      guard let member = member(name, of: scanner, line) else { continue }
      if let time = Self.time(member, line) { return time }
    }
    return nil
  }

  private static func time(
    _ member: RecordScanner.Member, _ line: UnsafeBufferPointer<UInt8>
  ) -> Int64? {
    switch member.kind {
    case .string:
      DateText.milliseconds(
        UnsafeBufferPointer(rebasing: line[member.value.dropFirst().dropLast()]))
    case .integer, .number:
      Double(String(decoding: line[member.value], as: UTF8.self))
        .flatMap(UsualNames.milliseconds)
    default: nil
    }
  }

  /// Whether a record, whatever its time is, is shown.
  mutating func isShown(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if !unseen.isEmpty { look(line) }
    for index in filter.conditions.indices where !holds(index, line) { return false }
    return hasText(line)
  }

  /// Finds out of which conditions a record has the field, whether or not the others hold.
  private mutating func look(_ line: UnsafeBufferPointer<UInt8>) {
    for (place, condition) in unseen.conditions.enumerated().reversed()
    where condition.places.contains(where: { value(at: $0, line) != nil }) {
      unseen.remove(place)
    }
  }

  /// Whether a line has one of the texts that are looked for.
  func hasText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    filter.searches.isEmpty || filter.searches.contains { $0.isFound(in: line) }
      || hasEscapedText(line)
  }

  /// In a line with escapes a text may be written in another way than it is read.
  private func hasEscapedText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard ByteSearch.first(UInt8(ascii: "\\"), in: line) != nil,
      let value = try? JSONReader.read(line, limit: .max)
    else { return false }
    return hasText(value)
  }

  private func hasText(_ value: LogValue) -> Bool {
    switch value {
    case .string(let text): filter.searches.contains { $0.isFound(in: text.utf8) }
    case .array(let items): items.contains(where: hasText)
    case .object(let members):
      members.contains { hasText(.string($0.key)) || hasText($0.value) }
    default: false
    }
  }

  private mutating func holds(_ index: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let condition = filter.conditions[index]
    for place in condition.places {
      guard let (member, value) = value(at: place, line) else { continue }
      return condition.holds(
        for: value, isText: member.kind == .string, hasEscapes: member.valueHasEscapes)
    }
    return condition.holds(for: nil, isText: false, hasEscapes: false)
  }

  private mutating func value(
    at path: [[UInt8]], _ line: UnsafeBufferPointer<UInt8>
  ) -> (RecordScanner.Member, UnsafeBufferPointer<UInt8>)? {
    guard let name = path.first, var found = member(name, of: scanner, line) else { return nil }
    var text = UnsafeBufferPointer(rebasing: line[found.value])
    for name in path.dropFirst() {
      guard found.kind == .object, (try? inner.scan(text)) != nil,
        let deeper = member(name, of: inner, text)
      else { return nil }
      found = deeper
      text = UnsafeBufferPointer(rebasing: text[deeper.value])
    }
    return (found, text)
  }

  @inline(__always)
  private func member(
    _ name: [UInt8], of scanner: RecordScanner, _ line: UnsafeBufferPointer<UInt8>
  ) -> RecordScanner.Member? {
    for member in scanner.members {
      if member.nameHasEscapes {
        let own = UnsafeBufferPointer(rebasing: line[member.name])
        if JSONText.decoded(own) == name { return member }
      } else if member.name.count == name.count {
        var place = 0
        while place < name.count, line[member.name.lowerBound + place] == name[place] {
          place += 1
        }
        if place == name.count { return member }
      }
    }
    return nil
  }
}
