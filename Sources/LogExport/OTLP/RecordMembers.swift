internal import CodebookRuntime

/// The members of one record, by what becomes of them.
struct RecordMembers {
  typealias Member = RecordScanner.Member

  private(set) var time: Member?
  private(set) var nanoseconds: UInt64 = 0
  private(set) var level: Member?
  private(set) var service: Member?
  private(set) var component: Member?
  private(set) var event: Member?
  private(set) var message: Member?
  private(set) var trace: Member?
  private(set) var span: Member?
  private(set) var details: Member?
  /// What becomes attributes, with the place of the field.
  private(set) var attributes: [(member: Member, field: Int)] = []
  /// What the catalog has no field for.
  private(set) var others: [Member] = []

  /// Sorts the members of a line, which stay in their order.
  mutating func sort(
    _ members: [Member], of line: UnsafeBufferPointer<UInt8>, by mapping: RecordMapping
  ) {
    removeAll()
    var guess = 0
    for member in members {
      guard let place = mapping.place(of: member.name, in: line, near: guess) else {
        others.append(member)
        continue
      }
      guess = place + 1
      if !take(member, mapping.fields[place].role, line) { attributes.append((member, place)) }
    }
    // A span is one of a trace.
    if trace == nil, let span, let place = mapping.fields.firstIndex(where: { $0.role == .span }) {
      attributes.append((span, place))
      self.span = nil
    }
  }

  private mutating func removeAll() {
    (time, level, service, component, event, message) = (nil, nil, nil, nil, nil, nil)
    (trace, span, details, nanoseconds) = (nil, nil, nil, 0)
    attributes.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
  }

  /// Keeps a member that has a place of its own in the protocol; `false` where its value does not fit
  /// in there, or there is none.
  private mutating func take(
    _ member: Member, _ role: CatalogDescription.Role?, _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch role {
    case .details: details = member
    case .message: message = member
    case .timestamp:
      guard let content = text(member, line), let time = UnixTime.nanoseconds(content) else {
        return false
      }
      (self.time, nanoseconds) = (member, time)
    case .correlation:
      guard let content = text(member, line), Self.isIdentifier(content, dashes: Self.dashes) else {
        return false
      }
      trace = member
    case .span:
      guard let content = text(member, line), content.count == 16,
        Self.isIdentifier(content, dashes: [])
      else { return false }
      span = member
    case .level where member.kind == .string: level = member
    case .service where member.kind == .string: service = member
    case .component where member.kind == .string: component = member
    case .event where member.kind == .string: event = member
    default: return false
    }
    return true
  }

  /// The content of a text without escapes.
  private func text(
    _ member: Member, _ line: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard member.kind == .string, !member.valueHasEscapes else { return nil }
    return UnsafeBufferPointer(rebasing: line[member.content])
  }

  /// Where a UUID has its dashes.
  private static let dashes = [8, 13, 18, 23]

  /// Whether a text is small hexadecimal digits, not all of them zero, and dashes.
  private static func isIdentifier(_ text: UnsafeBufferPointer<UInt8>, dashes: [Int]) -> Bool {
    guard dashes.isEmpty || text.count == 36 else { return false }
    var bits: UInt8 = 0
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): if !dashes.contains(place) { return false }
      case 0x30...0x39: bits |= byte & 0x0F
      case UInt8(ascii: "a")...UInt8(ascii: "f"): bits = 1
      default: return false
      }
    }
    return bits != 0 && dashes.allSatisfy { text[$0] == UInt8(ascii: "-") }
  }
}

extension RecordScanner.Member {
  /// Where the content of a value that is a text stands, without quotation marks.
  var content: Range<Int> { (value.lowerBound + 1)..<(value.upperBound - 1) }
}
