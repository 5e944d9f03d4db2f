internal import CodebookRuntime
internal import Redaction

/// The configuration's keys of a catalog, as they are nested: `a.b` is the `b` of `a`.
struct ConfigurationTree {
  typealias Key = BundleDescription.ConfigurationKey

  /// What the catalog lists under this name; `nil` where it only lists what is in it.
  private(set) var key: Key?
  private var members: [String: ConfigurationTree] = [:]

  init(_ keys: [Key]) {
    for key in keys {
      let names = key.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      insert(key, names[...])
    }
  }

  private mutating func insert(_ key: Key, _ names: ArraySlice<String>) {
    guard let first = names.first else {
      self.key = key
      return
    }
    members[first, default: ConfigurationTree([])].insert(key, names.dropFirst())
  }

  subscript(name: String) -> ConfigurationTree? { members[name] }
}

extension ConfigurationTree.Key {
  /// Whether a value is of the key's type, or is what stands for one that was redacted before.
  func fits(_ value: LogValue, _ redactor: Redactor) -> Bool {
    switch (type, value) {
    case (.string, .string), (.url, .string), (.integer, .integer), (.number, .integer),
      (.number, .unsigned), (.number, .number), (.boolean, .boolean), (.object, .object),
      (.array, .array):
      true
    case (_, .string(let text)): redactor.isMark(text)
    default: false
    }
  }
}

extension Redactor {
  /// Whether a text is what stands for one that was redacted.
  func isMark(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { isReplaced($0) }
  }
}

extension LogObject.Member {
  /// Whether it stands in the place of a value of which there is but a fingerprint.
  var isFingerprint: Bool {
    var name = Substring(key)
    while name.hasSuffix("_") { name.removeLast() }
    guard name.hasSuffix("_fingerprint"), Runtimes.isSnakeCase(key),
      case .string(let text) = value, text.hasPrefix("fp1:"), text.utf8.count == 20
    else { return false }
    return text.utf8.dropFirst(4).allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
