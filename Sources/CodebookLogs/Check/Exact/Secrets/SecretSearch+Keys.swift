internal import CodebookRuntime
internal import Redaction

extension SecretSearch {
  /// The rule that knows a member's name.
  func keyRule(_ key: [UInt8]) -> KeyRule? { names.rule(of: key, cutAt: CutText.nameLimits) }

  /// The rule that knows a value that is the name of what stands beside it.
  private func rule(named text: [UInt8]) -> KeyRule? {
    names.rule(of: text, cutAt: CutText.textLimits)
  }

  func isPairValue(_ key: [UInt8]) -> Bool {
    key.withUnsafeBufferPointer { redactor.isPairValue($0) }
  }

  /// The rule for the values of an object that names its secret in another member.
  func pairRule(
    _ members: [(node: Int, name: [UInt8])], in record: RecordNodes
  ) -> KeyRule? {
    for (node, name) in members where name.withUnsafeBufferPointer({ redactor.isPairName($0) }) {
      guard let text = record.text(of: node), let rule = rule(named: text) else { continue }
      return rule
    }
    return nil
  }

  /// The rule for an array's second item, where it is a header.
  func headerRule(_ items: [Int], in record: RecordNodes) -> KeyRule? {
    guard items.count == 2, record.nodes[items[1]].kind == .string,
      let name = record.text(of: items[0])
    else { return nil }
    return rule(named: name)
  }

  /// The rule for what follows an item, where it is a flag of a command.
  func flagRule(_ item: Int, in record: RecordNodes) -> KeyRule? {
    guard isFlag(item, in: record), let flag = record.text(of: item),
      !flag.contains(UInt8(ascii: "="))
    else { return nil }
    return rule(named: flag)
  }

  func isFlag(_ item: Int, in record: RecordNodes) -> Bool {
    record.text(of: item)?.first == UInt8(ascii: "-")
  }

  /// Whether a value may stand under a key that a rule knows: there is no secret in it, or what
  /// takes the place of one.
  func stays(_ node: Int, by rule: KeyRule, key: [UInt8], in record: RecordNodes) -> Bool {
    let value = record.nodes[node]
    switch value.kind {
    case .null, .boolean: return true
    case .integer, .number: return rule.keepsNumbers
    case .array, .object: return false
    case .string:
      guard let text = record.text(of: node), !text.isEmpty else { return true }
      return isMark(text) || isFolder(text, under: key)
        || rule.keepsNumbers && NumberAsText.isOne(text)
    }
  }

  /// Whether a value is one that runtimes write in the place of one that is not public.
  func isWithheld(_ node: Int, in record: RecordNodes) -> Bool {
    guard let text = record.text(of: node) else { return false }
    return text.first == UInt8(ascii: "[") && isMark(text)
  }

  /// Whether a value may stand under the name of a fingerprint.
  func mayBeFingerprint(_ node: Int, in record: RecordNodes) -> Bool {
    switch record.nodes[node].kind {
    case .null, .boolean: return true
    case .integer, .number, .array, .object: return false
    case .string:
      guard let text = record.text(of: node), !text.isEmpty else { return true }
      return SecretNames.isFingerprintText(text) || isMark(text)
    }
  }

  /// Whether an item stands for those that were left out behind it.
  func isCut(_ item: Int, at index: Int, of count: Int, in record: RecordNodes) -> Bool {
    index == count - 1 && CutText.itemLimits.contains(index)
      && record.text(of: item).flatMap { CutText.cut(in: $0) } == 0
  }

  /// Whether a text stands for what was left out.
  private func isMark(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { redactor.isReplaced($0) }
  }

  private func isFolder(_ text: [UInt8], under key: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      key.withUnsafeBufferPointer { redactor.isFolder(text, under: $0) }
    }
  }
}
