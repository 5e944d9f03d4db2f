import CodebookRuntime

/// Writes values as JSON, with white space wherever it may stand.
enum JSONWriting {
  static func space(_ random: inout SplitMix) -> String {
    random.pick(["", " ", "  ", "\t", " \r ", ""])
  }

  static func member(_ member: LogObject.Member, _ spaces: inout SplitMix?) -> String {
    text(member.key) + gap(&spaces) + ":" + gap(&spaces) + value(member.value, &spaces)
  }

  private static func gap(_ spaces: inout SplitMix?) -> String {
    guard var random = spaces else { return "" }
    defer { spaces = random }
    return space(&random)
  }

  private static func text(_ text: String) -> String {
    var bytes: [UInt8] = []
    DocumentText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func value(_ value: LogValue, _ spaces: inout SplitMix?) -> String {
    switch value {
    case .string(let string): text(string)
    case .array(let items):
      "["
        + items.map { gap(&spaces) + self.value($0, &spaces) + gap(&spaces) }
        .joined(separator: ",") + "]"
    case .object(let object):
      "{"
        + object.members.map { gap(&spaces) + member($0, &spaces) + gap(&spaces) }
        .joined(separator: ",") + "}"
    default: scalar(value)
    }
  }

  private static func scalar(_ value: LogValue) -> String {
    switch value {
    case .number(let number):
      var bytes: [UInt8] = []
      DocumentText.append(number, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .integer(let integer): return "\(integer)"
    case .unsigned(let integer): return "\(integer)"
    case .boolean(let truth): return "\(truth)"
    default: return "null"
    }
  }
}
