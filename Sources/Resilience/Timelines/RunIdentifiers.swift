internal import CodebookRuntime

/// The identifiers of a run, which its seed says.
enum RunIdentifiers {
  /// The UUID of version 4 that stands for a key, such as `session`, as records have it.
  static func text(seed: UInt64, key: String) -> String {
    let high = Draw("\(key)|0").value(seed: seed) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = Draw("\(key)|1").value(seed: seed) & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63
    let digits = hex(high) + hex(low)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
