internal import Redaction

extension RecordRedaction {
  /// The rule for the values of an object that names its secret in another member:
  /// `{"name":"X-Api-Key","value":"…"}`.
  ///
  /// - Parameter count: How many members are written; no others are looked at.
  mutating func pairRule(in members: ArraySlice<LogObject.Member>) -> KeyRule? {
    guard let redactor else { return nil }
    for member in members {
      guard case .string(let name) = member.value, !isPlain(member.key),
        member.key.withUTF8Bytes({ redactor.isPairName($0) }),
        let rule = rule(ofKey: name)
      else { continue }
      return rule
    }
    return nil
  }

  /// What stands for a member's value where its pair, or its key, says something of it; `nil` where
  /// neither does.
  ///
  /// To be asked of a member whose key is not plain.
  mutating func treatment(of member: LogObject.Member, pair: KeyRule?) -> ValueTreatment? {
    member.key.withUTF8Bytes { key in
      let isPaired = pair != nil && redactor?.isPairValue(key) == true
      guard let rule = isPaired ? pair : rule(ofKey: key) else { return nil }
      return treatment(of: member.value, by: .rule(rule), key: key, takesFingerprint: true)
    }
  }

  /// The rule for an array's second item, where it is a header: `["X-Api-Key", "…"]`.
  func headerRule(in items: [LogValue]) -> KeyRule? {
    guard items.count == 2, case .string(let name) = items[0], case .string = items[1] else {
      return nil
    }
    return rule(ofKey: name)
  }

  /// The rule for what follows an item, where it is a flag of a command: `--token`.
  func flagRule(of item: LogValue) -> KeyRule? {
    guard case .string(let flag) = item, flag.utf8.first == UInt8(ascii: "-"),
      !flag.utf8.contains(UInt8(ascii: "="))
    else { return nil }
    return rule(ofKey: flag)
  }
}

extension LogValue {
  /// Whether it is the flag of a command, and so no value of one.
  var isFlag: Bool {
    if case .string(let text) = self { text.utf8.first == UInt8(ascii: "-") } else { false }
  }
}
