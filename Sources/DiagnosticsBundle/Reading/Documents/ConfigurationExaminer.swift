internal import CodebookRuntime
internal import Redaction

/// Whether a configuration has nothing but what the catalog lists, each of its type, and of what is
/// sensitive no more than that it is there.
struct ConfigurationExaminer {
  struct Fault {
    let rule: BundleRule
    let message: String
  }

  private let tree: ConfigurationTree
  private let redactor: Redactor

  init(_ keys: [BundleDescription.ConfigurationKey], _ redactor: Redactor) {
    tree = ConfigurationTree(keys)
    self.redactor = redactor
  }

  func faults(of config: LogObject) -> [Fault] {
    faults(of: config, tree, at: "config")
  }

  private func faults(
    of object: LogObject, _ tree: ConfigurationTree, at path: String
  ) -> [Fault] {
    object.members.flatMap { member -> [Fault] in
      guard let node = tree[member.key] else {
        // The name may be anything.
        return member.isFingerprint
          ? []
          : [Fault(rule: .schema, message: "`\(path)` has a key that the catalog does not list")]
      }
      let place = "\(path).\(member.key)"
      if let key = node.key { return fault(of: member.value, key, place).map { [$0] } ?? [] }
      guard case .object(let inner) = member.value else {
        return [Fault(rule: .schema, message: "`\(place)` is not an object")]
      }
      return faults(of: inner, node, at: place)
    }
  }

  /// Whether it is how a greater number than integers can be, or one that is not finite, is written.
  private static func isNumber(_ text: String) -> Bool {
    ["Infinity", "-Infinity", "NaN"].contains(text)
      || 19...20 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private func fault(
    of value: LogValue, _ key: ConfigurationTree.Key, _ place: String
  ) -> Fault? {
    switch key.sensitivity {
    case .secret: return Fault(rule: .secret, message: "`\(place)` is secret, and never written")
    case .sensitive:
      return value == "[redacted:sensitive]"
        ? nil : Fault(rule: .secret, message: "`\(place)` is sensitive, and shows its value")
    case .public:
      if key.type == .number, case .string(let text) = value, Self.isNumber(text) { return nil }
      return key.fits(value, redactor)
        ? nil : Fault(rule: .schema, message: "`\(place)` is of another type than in the catalog")
    }
  }
}
