#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is done to a text on its way into a log; Python's suite has the same.
enum TextEncoding: String, Sendable {
  case crlf, json, unicode, hex, python, html, csv, sql, shell, percent, base64, base64url, colours
  case numericEntities = "html_numbers"
  case percentAll = "percent_all"
  case lines = "lines_76"
  case zeroWidth = "zero_width"
  case fullWidth = "full_width"

  var isBase64: Bool { self == .base64 || self == .base64url }

  /// Whether each character is encoded by itself.
  var isEachCharacters: Bool { self != .lines && self != .colours }

  /// Whether redaction looks into a text that is encoded like that.
  func isSeenThrough(_ text: String) -> Bool {
    switch self {
    case .base64, .base64url: text.utf8.count >= 15
    case .fullWidth, .zeroWidth: !text.utf8.contains(UInt8(ascii: "\n"))
    default: true
    }
  }

  func encode(_ text: String) -> String {
    switch self {
    case .crlf: text.replacing("\n", with: "\r\n")
    case .json: each(text, Self.jsonEscape)
    case .unicode: bytes(text, prefix: "\\u00")
    case .hex: bytes(text, prefix: "\\x")
    case .percentAll: bytes(text, prefix: "%").uppercased()
    case .python: each(text, Self.pythonEscape)
    case .html: each(text) { Self.entities[$0] }
    case .numericEntities: text.utf8.map { "&#\($0);" }.joined()
    case .csv: text.replacing("\"", with: "\"\"")
    case .sql: text.replacing("'", with: "''")
    case .shell: text.replacing("'", with: "'\\''")
    case .percent: each(text) { Self.isUnreserved($0) ? nil : Self.percent($0) }
    case .base64: Data(text.utf8).base64EncodedString()
    case .base64url: base64URL(text)
    case .lines: lines(text)
    case .colours: colours(text)
    case .zeroWidth: text.unicodeScalars.map { String($0) }.joined(separator: "\u{200B}")
    case .fullWidth: each(text, Self.wide)
    }
  }

  /// A text with what stands for some of its scalars.
  private func each(_ text: String, _ encoded: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result += encoded(scalar) ?? String(scalar)
    }
    return result
  }

  /// Every byte as two hexadecimal digits.
  private func bytes(_ text: String, prefix: String) -> String {
    text.utf8.map { prefix + Self.hex($0) }.joined()
  }

  private func base64URL(_ text: String) -> String {
    Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private func lines(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 76).map {
      String(decoding: bytes[$0..<min($0 + 76, bytes.count)], as: UTF8.self)
    }.joined(separator: "\n")
  }

  private func colours(_ text: String) -> String {
    let middle = text.unicodeScalars.index(
      text.startIndex, offsetBy: text.unicodeScalars.count / 2)
    return "\u{1B}[1;31m" + text[..<middle] + "\u{1B}[33m" + text[middle...] + "\u{1B}[0m"
  }
}

extension TextEncoding {
  private static let entities: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;",
  ]

  private static let shortEscapes: [Unicode.Scalar: String] = [
    "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t",
  ]

  private static func hex(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String? {
    scalar == "\"" ? "\\\"" : shortEscapes[scalar]
  }

  private static func pythonEscape(_ scalar: Unicode.Scalar) -> String? {
    scalar == "'" ? "\\'" : shortEscapes[scalar]
  }

  private static func percent(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { "%" + hex($0).uppercased() }.joined()
  }

  private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      || "-._~".unicodeScalars.contains(scalar)
  }

  private static func wide(_ scalar: Unicode.Scalar) -> String? {
    guard ("!"..."~").contains(scalar) else { return nil }
    return Unicode.Scalar(scalar.value + 0xFEE0).map { String($0) }
  }
}
