/// What stands in a line and must not be read.
struct SecretFind {
  /// Why it must not.
  enum Reason: Hashable {
    /// A rule of redaction, by its ID.
    case rule(String)
    /// The catalog says that the value of this name is not public.
    case sensitive(String)
    /// A fingerprint should stand under this name, and does not.
    case noFingerprint(String)
  }

  let reason: Reason
  /// Its bytes in the line.
  let range: Range<Int>
  /// Whether it is a whole value of JSON; else it is a part of a text.
  let isValue: Bool
}

extension SecretFind {
  /// A line with something else in the place of what was found.
  static func replaced(
    _ found: [SecretFind], in line: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var place = 0
    for find in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where find.range.lowerBound >= place {
      bytes += line[place..<find.range.lowerBound]
      bytes += find.replacement.utf8
      place = find.range.upperBound
    }
    return bytes + line[place...]
  }

  /// What may stand in its place.
  var replacement: String {
    let id = if case .rule(let rule) = reason { rule } else { "sensitive" }
    return isValue ? "\"[redacted:\(id)]\"" : "[redacted:\(id)]"
  }
}

extension FindingList {
  /// Tells what stands in clear.
  mutating func add(_ find: SecretFind) {
    switch find.reason {
    case .rule(let rule):
      error(
        "log-secret", "what the redaction rule `\(rule)` finds stands here in clear",
        at: find.range, fix: "codebook explain \(rule)", redaction: rule)
    case .sensitive(let name):
      error(
        "log-sensitive-value", "the value of `\(name)`, which is not public, stands here in clear",
        at: find.range, fix: "log it through the runtime, which writes [redacted:sensitive]")
    case .noFingerprint(let name):
      error(
        "log-secret", "`\(name)` has no fingerprint but a value in clear", at: find.range,
        fix: "log it through the runtime, which writes fp1: and 16 hexadecimal digits")
    }
  }
}
