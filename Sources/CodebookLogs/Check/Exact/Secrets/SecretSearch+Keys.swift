internal import CodebookRuntime
internal import Redaction

extension SecretSearch {
  /// The rule that knows a key. One that was cut, or in which something was redacted, is another
  /// key than the value stood under.
  func keyRule(_ key: [UInt8]) -> KeyRule? {
    guard CutText.cut(in: key) == nil, !Self.hasMark(key) else { return nil }
    return key.withUnsafeBufferPointer { redactor.keyRule($0) }
  }

  func isPairValue(_ key: [UInt8]) -> Bool {
    key.withUnsafeBufferPointer { redactor.isPairValue($0) }
  }

  /// The rule for the values of an object that names its secret in another member.
  func pairRule(
    _ members: [(node: Int, name: [UInt8])], in record: RecordNodes
  ) -> KeyRule? {
    for (node, name) in members where name.withUnsafeBufferPointer({ redactor.isPairName($0) }) {
      guard let text = record.text(of: node), let rule = keyRule(text) else { continue }
      return rule
    }
    return nil
  }

  /// The rule for an array's second item, where it is a header.
  func headerRule(_ items: [Int], in record: RecordNodes) -> KeyRule? {
    guard items.count == 2, record.nodes[items[1]].kind == .string,
      let name = record.text(of: items[0])
    else { return nil }
    return keyRule(name)
  }

  /// The rule for what follows an item, where it is a flag of a command.
  func flagRule(_ item: Int, in record: RecordNodes) -> KeyRule? {
    guard isFlag(item, in: record), let flag = record.text(of: item),
      !flag.contains(UInt8(ascii: "="))
    else { return nil }
    return keyRule(flag)
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

  func isMark(_ node: Int, in record: RecordNodes) -> Bool {
    record.text(of: node).map(isMark) ?? false
  }

  /// Whether a text stands for what was left out, or cut.
  private func isMark(_ text: [UInt8]) -> Bool {
    CutText.cut(in: text) == 0 || text.withUnsafeBufferPointer { redactor.isReplaced($0) }
  }

  private func isFolder(_ text: [UInt8], under key: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      key.withUnsafeBufferPointer { redactor.isFolder(text, under: $0) }
    }
  }

  private static func hasMark(_ text: [UInt8]) -> Bool {
    let mark = Array("[redacted:".utf8)
    guard text.count >= mark.count else { return false }
    return (0...(text.count - mark.count)).contains { text[$0...].starts(with: mark) }
  }
}
