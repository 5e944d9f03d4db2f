/// The IDs of rules and what stands in place of finds.
struct RuleLabels: Sendable {
  /// The number under which declared sensitive values are counted.
  static let sensitive: UInt16 = 0xFFFF
  /// What texts are redacted with that go beyond a limit.
  static let limitID = "limit"
  /// What marks have beside the rules' IDs.
  static let others = ["limit", "sensitive", "secret"]

  /// By rule number; the last is the limit's.
  let ids: [String]
  /// `[redacted:<id>]`, by rule number.
  let marks: [[UInt8]]
  /// For key rules, by rule number.
  let keyRules: [KeyRule]

  init(_ memory: TableMemory) {
    func text(_ offset: UInt32, _ count: UInt32) -> String {
      let bytes = UnsafeBufferPointer(start: memory.strings + Int(offset), count: Int(count))
      return String(decoding: bytes, as: UTF8.self)
    }
    var ids: [String] = []
    var keyRules: [KeyRule] = []
    ids.reserveCapacity(memory.ruleCount + 1)
    keyRules.reserveCapacity(memory.ruleCount)
    for number in 0..<memory.ruleCount {
      let record = memory.rules[number]
      let id = text(record.id, record.idLength)
      ids.append(id)
      let action: KeyRule.Action =
        switch record.action {
        case RuleRecord.mask: .mask
        case RuleRecord.print: .fingerprint
        default: .omit
        }
      keyRules.append(
        KeyRule(
          number: number, id: id, action: action,
          fingerprintKind: text(record.fingerprint, record.fingerprintLength),
          keepsNumbers: record.keepsNumbers, replacement: "[redacted:\(id)]"))
    }
    ids.append(Self.limitID)
    self.ids = ids
    self.keyRules = keyRules
    marks = ids.map { Array("[redacted:\($0)]".utf8) }
  }

  /// Whether an ID is one that marks have.
  func knows(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    // A mark in a text is rare, and so are more than a few hundred rules.
    func isID(_ text: String) -> Bool { text.utf8.elementsEqual(id) }
    return ids.contains(where: isID) || Self.others.contains(where: isID)
  }
}
