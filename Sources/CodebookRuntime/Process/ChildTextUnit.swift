internal import Redaction

/// Lines of a child process that belong together for whoever looks for what must not be written: a
/// key in several lines, a name with its value on the next line, wrapped base64.
struct ChildTextUnit {
  private static let maximumBytes = 65_536
  /// Wrapped base64 has at least so many columns.
  private static let wrappedColumns = 60

  private var bytes: [UInt8] = []

  /// Whether no line is in it.
  private(set) var isEmpty = true

  /// Whether what comes next may belong to it.
  private(set) var waits = false
  private var isInBlock = false

  /// Whether a line goes on with this unit.
  func takes(_ line: String) -> Bool {
    guard waits, bytes.count + line.utf8.count < Self.maximumBytes else { return false }
    if isInBlock || !endsWrapped { return true }
    return line.utf8.first.map(Self.isBase64) ?? false
  }

  mutating func append(_ line: String) {
    if !isEmpty { bytes.append(UInt8(ascii: "\n")) }
    isEmpty = false
    bytes += line.utf8
    if line.contains("BEGIN ") { isInBlock = true }
    if line.contains("END ") { isInBlock = false }
    waits = isInBlock || endsNamed || endsWrapped
  }

  /// The lines without what must not be written; the unit is empty then.
  mutating func takeLines(_ redactor: Redactor, _ finds: inout RedactionFinds) -> [String] {
    let redacted = bytes.withUnsafeBufferPointer {
      redactor.redacted($0, key: .empty, finds: &finds)
    }
    let lines = String(decoding: redacted ?? bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self = ChildTextUnit()
    return lines
  }

  /// Whether its last line announces a value.
  private var endsNamed: Bool {
    let last = bytes.last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: "=")
  }

  /// Whether its last line ends in what may be base64 that goes on.
  private var endsWrapped: Bool {
    bytes.count >= Self.wrappedColumns
      && bytes.suffix(Self.wrappedColumns).allSatisfy(Self.isBase64)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
    default: false
    }
  }
}
