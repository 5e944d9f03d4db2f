import CodebookCore
import ConformanceSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where secrets stand: a context of `templates/conformance/redaction-contexts.json`, which
/// Python's suite reads too.
struct RedactionContext: Sendable, CustomTestStringConvertible {
  enum Step: Sendable {
    case encoded(TextEncoding)
    case around(String, String)
  }

  let name: String
  let steps: [Step]
  /// Whether what is no secret looks like none here, too.
  let staysClean: Bool
  /// Rules whose secrets cannot be told from what surrounds them.
  let exceptions: [String]
  var testDescription: String { name }

  /// All contexts, the plain one first.
  static func all() throws -> [Self] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates/conformance/redaction-contexts.json")
    return try JSONParser().parse(Array(Data(contentsOf: file)))["contexts"].items.map(Self.init)
  }

  private init(_ json: JSONValue) throws {
    name = json["name"].text
    if case .bool(let clean) = json["clean"] { staysClean = clean } else { staysClean = true }
    exceptions = json["except"].texts
    steps = try json["steps"].items.map { step in
      if case .string(let encoding) = step {
        return .encoded(try #require(TextEncoding(rawValue: encoding), "\(encoding)"))
      }
      return .around(step.texts[0], step.texts[1])
    }
  }

  /// A rule's example in this context, and what must not be left of it; `nil` where redaction does
  /// not look into such a text.
  func wrapped(
    _ example: RedactionExample, of rule: String
  ) -> (text: String, pieces: Set<String>)? {
    if exceptions.contains(rule) { return nil }
    var text = example.text
    var pieces = Self.pieces(of: example.secrets, length: 5)
    for step in steps {
      switch step {
      case .around(let before, let after): text = before + text + after
      case .encoded(let encoding):
        guard encoding.isSeenThrough(text) else { return nil }
        text = encoding.encode(text)
        if encoding.isBase64 {
          pieces = Self.pieces(of: [text], length: 8)
        } else if encoding.isEachCharacters {
          pieces = Set(pieces.map(encoding.encode))
        }
      }
    }
    return (text, pieces)
  }

  /// Everything of a length that stands in a secret.
  private static func pieces(of secrets: [String], length: Int) -> Set<String> {
    var pieces: Set<String> = []
    for secret in secrets {
      let characters = Array(secret.utf8)
      guard characters.count >= length else { continue }
      for start in 0...(characters.count - length) {
        pieces.insert(String(decoding: characters[start..<(start + length)], as: UTF8.self))
      }
    }
    return pieces
  }
}
