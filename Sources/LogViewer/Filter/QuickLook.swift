/// Finds out, without reading a line as JSON, that it is no record that is asked for. That is so for
/// nearly all lines, where few are asked for.
///
/// What it lets pass is looked at again; what it does not is never shown. A name and a text stand in
/// JSON as they are, unless a character is written as its number, and then anything may be there.
struct QuickLook {
  private enum Part {
    case field(names: [(search: ByteSearch, length: Int)], FieldCondition)
    case text([TextSearch])
  }

  private let parts: [Part]

  init(_ filter: RecordFilter) {
    var parts = filter.conditions.compactMap(Self.part)
    if !filter.searches.isEmpty, filter.searches.allSatisfy({ Self.isPlain($0.wanted) }) {
      parts.append(.text(filter.searches))
    }
    self.parts = parts
  }

  private static func part(_ condition: FieldCondition) -> Part? {
    // Where there is nothing, that is not equal.
    if case .compares(.notEqual, _) = condition.test { return nil }
    let names = Set(condition.places.compactMap(\.last))
    guard !names.isEmpty, names.allSatisfy(isPlain) else { return nil }
    return .field(
      names: names.map { name in
        let quoted = [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\"")]
        return (ByteSearch(quoted), quoted.count)
      }, condition)
  }

  /// Whether a text stands in JSON as it is, unless characters are written as their numbers.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    !text.isEmpty && text.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !"\"\\/".utf8.contains($0) }
  }

  /// Whether a line may be asked for.
  @inline(__always)
  func mayShow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    for part in parts where !Self.mayHold(part, line) {
      return Self.number.first(in: line) != nil
    }
    return true
  }

  private static let number = ByteSearch(Array("\\u".utf8))

  private static func mayHold(_ part: Part, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch part {
    case .text(let texts): return texts.contains { $0.isFound(in: line) }
    case .field(let names, let condition):
      for (name, length) in names {
        var rest = line
        while let found = name.first(in: rest) {
          rest = UnsafeBufferPointer(rebasing: rest[(found + length)...])
          if mayHold(condition, behindName: rest) { return true }
        }
      }
      return false
    }
  }

  /// Whether a condition may hold for what stands behind a name.
  private static func mayHold(
    _ condition: FieldCondition, behindName rest: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = spaces(rest, 0)
    guard start < rest.count, rest[start] == UInt8(ascii: ":") else { return false }
    start = spaces(rest, start + 1)
    guard start < rest.count else { return false }
    switch rest[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return true
    case UInt8(ascii: "\""):
      var end = start + 1
      while end < rest.count, rest[end] != UInt8(ascii: "\"") {
        if rest[end] == UInt8(ascii: "\\") { return true }
        end += 1
      }
      guard end < rest.count else { return false }
      let value = UnsafeBufferPointer(rebasing: rest[start...end])
      return condition.holds(for: value, isText: true, hasEscapes: false)
    default:
      var end = start
      while end < rest.count, !",}] \t\r".utf8.contains(rest[end]) { end += 1 }
      let value = UnsafeBufferPointer(rebasing: rest[start..<end])
      return condition.holds(for: value, isText: false, hasEscapes: false)
    }
  }

  @inline(__always)
  private static func spaces(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }
}
