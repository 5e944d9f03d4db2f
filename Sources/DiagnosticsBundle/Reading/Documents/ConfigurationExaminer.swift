internal import CodebookRuntime
internal import Redaction

/// Whether a configuration has nothing but what the catalog lists, each of its type, and of what is
/// sensitive no more than that it is there.
struct ConfigurationExaminer {
  struct Fault {
    let rule: BundleRule
    let message: String
  }

  private typealias Key = BundleDescription.ConfigurationKey

  private let keys: [String: Key]
  private let redactor: Redactor

  init(_ keys: [BundleDescription.ConfigurationKey], _ redactor: Redactor) {
    self.keys = Dictionary(keys.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.redactor = redactor
  }

  func faults(of config: LogObject) -> [Fault] {
    faults(of: config, below: "")
  }

  private func faults(of object: LogObject, below path: String) -> [Fault] {
    object.members.flatMap { member in
      let name = path.isEmpty ? member.key : "\(path).\(member.key)"
      if let key = keys[name] { return fault(of: member.value, key).map { [$0] } ?? [] }
      if case .object(let inner) = member.value, hasKeys(below: name) {
        return faults(of: inner, below: name)
      }
      if isFingerprint(member) { return [] }
      // The name may be anything.
      let place = path.isEmpty ? "config" : "config.\(path)"
      return [Fault(rule: .schema, message: "`\(place)` has a key that the catalog does not list")]
    }
  }

  private func hasKeys(below name: String) -> Bool {
    keys.keys.contains { $0.hasPrefix(name + ".") }
  }

  private func fault(of value: LogValue, _ key: Key) -> Fault? {
    let place = "`config.\(key.name)`"
    switch key.sensitivity {
    case .secret: return Fault(rule: .secret, message: "\(place) is secret, and never written")
    case .sensitive:
      return value == "[redacted:sensitive]"
        ? nil : Fault(rule: .secret, message: "\(place) is sensitive, and shows its value")
    case .public:
      return isValid(value, key.type)
        ? nil : Fault(rule: .schema, message: "\(place) is of another type than in the catalog")
    }
  }

  private func isValid(_ value: LogValue, _ type: BundleDescription.ConfigurationType) -> Bool {
    switch (type, value) {
    case (.string, .string), (.url, .string), (.integer, .integer), (.number, .integer),
      (.number, .number), (.boolean, .boolean), (.object, .object), (.array, .array):
      true
    // What stands for a value that is never written, or for a number that is no JSON.
    case (_, .string(let text)):
      isMark(text) || type == .number || type == .integer && isDigits(text)
    default: false
    }
  }

  private func isMark(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { redactor.isReplaced($0) }
  }

  /// An integer of more than 64 bits, or what is left of one.
  private func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether a member stands in the place of a value of which there is but a fingerprint.
  private func isFingerprint(_ member: LogObject.Member) -> Bool {
    var name = Substring(member.key)
    while name.hasSuffix("_") { name.removeLast() }
    guard name.hasSuffix("_fingerprint"), case .string(let text) = member.value,
      text.hasPrefix("fp1:"), text.utf8.count == 20
    else { return false }
    return text.utf8.dropFirst(4).allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
