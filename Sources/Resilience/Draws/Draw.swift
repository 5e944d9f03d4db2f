/// A random number that depends on a seed and a key alone, so that no order of events changes it.
///
/// The first output of SplitMix64 seeded with `seed XOR FNV-1a-64(key)`, the key being UTF-8.
public struct Draw: Sendable {
  /// FNV-1a's state over what was given of the key so far.
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A draw of an empty key.
  public init() {}

  /// A draw of a key.
  public init(_ key: String) {
    append(key)
  }

  /// Adds text to the key.
  public mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Adds a number in decimal to the key.
  public mutating func append(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    var unit: UInt64 = 1
    while magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Adds a byte to the key.
  mutating func append(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The number for a seed.
  public func value(seed: UInt64) -> UInt64 {
    var state = (seed ^ hash) &+ 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }

  /// A number of a seed below `count`, which is at least 1.
  func below(_ count: Int64, seed: UInt64) -> Int64 {
    Int64(value(seed: seed).multipliedFullWidth(by: UInt64(count)).high)
  }
}

extension Draw {
  /// The draw of the key `scope|epoch|number`.
  init(_ scope: String, epoch: Int64, number: Int64) {
    self.init(scope)
    append(UInt8(ascii: "|"))
    append(epoch)
    append(UInt8(ascii: "|"))
    append(number)
  }

  /// The draw of the key `scope#id|epoch|number`.
  init(_ scope: String, id: String, epoch: Int64, number: Int64) {
    self.init(scope)
    append(UInt8(ascii: "#"))
    append(id)
    append(UInt8(ascii: "|"))
    append(epoch)
    append(UInt8(ascii: "|"))
    append(number)
  }
}
