/// Appends JSON to bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isIndented: Bool

  init(isIndented: Bool) { self.isIndented = isIndented }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): append(String(value))
    case .string(let text): write(text)
    case .array(let items):
      writeList("[", "]", count: items.count, depth: depth) { writer, place in
        writer.write(items[place], depth: depth + 1)
      }
    case .list(let count, let item):
      writeList("[", "]", count: count, depth: depth) { writer, place in
        writer.write(item(place), depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      writeList("{", "}", count: sorted.count, depth: depth) { writer, place in
        writer.write(sorted[place].0)
        writer.append(writer.isIndented ? ": " : ":")
        writer.write(sorted[place].1, depth: depth + 1)
      }
    }
  }

  /// A string with the shortest escapes; what needs none stays as it is.
  mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20:
        append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeList(
    _ open: String, _ close: String, count: Int, depth: Int,
    _ writeItem: (inout JSONWriter, Int) -> Void
  ) {
    append(open)
    for place in 0..<count {
      if place > 0 { append(",") }
      breakLine(depth: depth + 1)
      writeItem(&self, place)
    }
    if count > 0 { breakLine(depth: depth) }
    append(close)
  }

  private mutating func breakLine(depth: Int) {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
