internal import Redaction

/// The UTF-8 of a text, for as long as a block runs.
typealias UTF8Text = UnsafeBufferPointer<UInt8>

/// What redacts the parts of one record, and what it has found in them.
struct RecordRedaction: Sendable {
  /// `nil` where nothing is redacted: in the description of a value.
  let redactor: Redactor?

  /// What fingerprints are made with; `nil` where there is no key: then values are left out.
  var fingerprints: Fingerprints?

  /// What was found so far. It counts once the record is written.
  var finds = RedactionFinds()

  private var plainKeys = PlainKeys()

  init(_ redactor: Redactor?) {
    self.redactor = redactor
  }

  /// Whether there is anything to do.
  var isOff: Bool { redactor == nil }

  /// Forgets what was found: the record is written anew with lower limits.
  mutating func restart() {
    if !finds.isEmpty { finds.removeAll() }
  }

  /// A text without what must not be written; `nil` where it may stay as it is.
  ///
  /// - Parameter key: The key under which it stands directly; empty for none.
  mutating func redacted(_ text: UTF8Text, key: UTF8Text) -> [UInt8]? {
    redactor?.redacted(text, key: key, finds: &finds)
  }

  /// Whether no rule knows anything of a key: neither of what stands under it, nor of its text.
  mutating func isPlain(_ key: String) -> Bool {
    isOff || key.withUTF8Bytes { plainKeys.contains($0) || isFoundPlain($0) }
  }

  /// Looks at a key, and remembers one of which no rule knows anything.
  private mutating func isFoundPlain(_ key: UTF8Text) -> Bool {
    guard let redactor else { return true }
    var finds = RedactionFinds()
    guard redactor.keyRule(key) == nil, !redactor.isPairName(key), !redactor.isPairValue(key),
      key.count <= RecordLimits.bytesLookedAt, redactor.redacted(key, finds: &finds) == nil
    else { return false }
    plainKeys.insert(key)
    return true
  }

  /// The rule for what stands under a key.
  func rule(ofKey key: UTF8Text) -> KeyRule? {
    redactor?.keyRule(key)
  }

  /// The rule for what stands under a key.
  func rule(ofKey key: String) -> KeyRule? {
    redactor == nil ? nil : key.withUTF8Bytes { rule(ofKey: $0) }
  }

  /// Whether a text stands already for what was left out.
  func isMark(_ text: String) -> Bool {
    guard let redactor, let first = text.utf8.first,
      first == UInt8(ascii: "[") || first == UInt8(ascii: "*")
    else { return false }
    return text.withUTF8Bytes { redactor.isReplaced($0) }
  }
}

/// Makes the fingerprints of a product.
struct Fingerprints: Sendable {
  let key: FingerprintKey
  /// What the product's error codes begin with.
  let prefix: String

  /// The fingerprint of a value; `nil` for a kind that has none, such as a password.
  func fingerprint(of value: String, kind: String) -> String? {
    key.fingerprint(kind: kind, secret: value, prefix: prefix)
  }
}

extension String {
  /// Runs a block on the text's UTF-8.
  @inline(__always)
  func withUTF8Bytes<Result>(_ body: (UTF8Text) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension StaticString {
  /// Runs a block on the name in a key as JSON, `"name":`, or on a name that stands alone.
  @inline(__always)
  func withName<Result>(_ body: (UTF8Text) -> Result) -> Result {
    withUTF8Buffer { text in
      guard text.count > 3, text[0] == UInt8(ascii: "\"") else { return body(text) }
      return body(UTF8Text(rebasing: text[1..<(text.count - 2)]))
    }
  }
}
