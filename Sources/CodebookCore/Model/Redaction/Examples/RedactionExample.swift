/// A text that a rule is tried with: what is secret in it is made up, so that no catalog, and no
/// repository, ever holds a text that looks like a live secret.
///
/// `<alnum:36>` stands for 36 letters and digits, `<<` for a literal `<`. The same rule and the same
/// text always give the same secrets.
package struct RedactionExample: Sendable {
  /// The text as it is tried.
  package let text: String
  /// What was made up, in the order of the text.
  package let secrets: [String]

  /// A placeholder that stands for nothing.
  package struct Fault: Error, Hashable, Sendable {
    package let message: String
    /// Where in the text, in code points.
    package let characters: Range<Int>
    /// The kind that was asked for, where it is none there is.
    package let unknownKind: String?
  }

  /// - Parameters:
  ///   - template: The text with its placeholders.
  ///   - rule: The rule's ID.
  ///   - salt: Makes other secrets for the same text; empty for the example as it is shown.
  package init(_ template: String, rule: String, salt: String = "") throws(Fault) {
    var random = ExampleGenerator(
      seed: "\(rule)/\(template)" + (salt.isEmpty ? "" : "/\(salt)"))
    var text = ""
    var secrets: [String] = []
    for part in try Self.parts(of: template) {
      switch part {
      case .text(let plain): text += plain
      case .placeholder(let placeholder):
        let secret = placeholder.expansion(&random)
        secrets.append(secret)
        text += secret
      }
    }
    self.text = text
    self.secrets = secrets
  }

  private enum Part {
    case text(String)
    case placeholder(ExamplePlaceholder)
  }

  /// The first fault of a template, if it has one.
  package static func fault(in template: String) -> Fault? {
    do throws(Fault) {
      _ = try parts(of: template)
      return nil
    } catch {
      return error
    }
  }

  private static func parts(of template: String) throws(Fault) -> [Part] {
    let scalars = Array(template.unicodeScalars)
    var parts: [Part] = []
    var plain = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      guard scalars[place] == "<" else {
        plain.append(scalars[place])
        place += 1
        continue
      }
      if place + 1 < scalars.count, scalars[place + 1] == "<" {
        plain.append("<")
        place += 2
        continue
      }
      guard let end = scalars[place...].firstIndex(of: ">") else {
        throw Fault(
          message: "this placeholder is not closed; `<<` is a literal `<`",
          characters: place..<place + 1, unknownKind: nil)
      }
      let inside = String(String.UnicodeScalarView(scalars[(place + 1)..<end]))
      let placeholder = try ExamplePlaceholder(inside, at: place..<end + 1)
      if !plain.isEmpty { parts.append(.text(String(plain))) }
      plain = String.UnicodeScalarView()
      parts.append(.placeholder(placeholder))
      place = end + 1
    }
    if !plain.isEmpty { parts.append(.text(String(plain))) }
    return parts
  }
}

/// Numbers that are the same for the same seed, on every machine and in every language: splitmix64
/// from the FNV-1a hash of a text.
struct ExampleGenerator {
  private var state: UInt64

  init(seed: String) {
    state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Characters of an alphabet.
  mutating func characters(_ count: Int, of alphabet: [UInt8]) -> String {
    String(decoding: (0..<count).map { _ in alphabet[below(alphabet.count)] }, as: UTF8.self)
  }
}
