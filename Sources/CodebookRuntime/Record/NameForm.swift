/// The form of names: snake case, at most 64 characters.
package enum NameForm {
  private static let maximumLength = 64
  private static let unknown = "unknown"

  /// A name, put into form.
  static func name(_ text: String) -> String {
    isName(text) ? text : finished(put(text.utf8))
  }

  /// Names with dots between them, put into form. Empty parts go.
  static func dottedName(_ text: String) -> String {
    if isDottedName(text) { return text }
    let parts = text.utf8.split(separator: UInt8(ascii: "."))
      .map { put($0) }.filter { !$0.isEmpty }
    return finished(Array(parts.joined(separator: [UInt8(ascii: ".")])))
  }

  /// Whether a text is a name as it stands.
  static func isName(_ text: String) -> Bool {
    text.utf8.count <= maximumLength
      && (text.utf8.withContiguousStorageIfAvailable(isPart) ?? isPart(text.utf8))
  }

  /// Whether bytes are in snake case, however many they are.
  package static func isPart(_ utf8: some Sequence<UInt8>) -> Bool {
    var scan = FormScan()
    return utf8.allSatisfy { scan.takes($0) } && scan.isAtEnd
  }

  private static func isDottedName(_ text: String) -> Bool {
    text.utf8.count <= maximumLength && isDottedPart(text.utf8)
  }

  /// Whether bytes are names in snake case with dots between them, however many they are.
  package static func isDottedPart(_ utf8: some Sequence<UInt8>) -> Bool {
    var scan = FormScan()
    for byte in utf8 {
      if byte == UInt8(ascii: ".") {
        guard scan.isAtEnd else { return false }
        scan = FormScan()
      } else if !scan.takes(byte) {
        return false
      }
    }
    return scan.isAtEnd
  }

  /// Small letters and digits, one `_` for what was between them; `x_` before a digit.
  private static func put(_ utf8: some Sequence<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    var isBehindGap = false
    for byte in utf8 {
      guard let byte = part(byte) else {
        isBehindGap = !name.isEmpty
        continue
      }
      if isBehindGap { name.append(UInt8(ascii: "_")) }
      isBehindGap = false
      if name.isEmpty, byte <= UInt8(ascii: "9") { name += "x_".utf8 }
      name.append(byte)
    }
    return name
  }

  private static func part(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  private static func finished(_ name: [UInt8]) -> String {
    guard !name.isEmpty else { return unknown }
    var kept = name.prefix(maximumLength)
    while let last = kept.last, last == UInt8(ascii: "_") || last == UInt8(ascii: ".") {
      kept.removeLast()
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

/// Reads a name: a small letter, then letters, digits and single `_`, none at the end.
private struct FormScan {
  private var last: UInt8?

  mutating func takes(_ byte: UInt8) -> Bool {
    defer { last = byte }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return last != nil
    case UInt8(ascii: "_"): return last != nil && last != byte
    default: return false
    }
  }

  var isAtEnd: Bool { last != nil && last != UInt8(ascii: "_") }
}
