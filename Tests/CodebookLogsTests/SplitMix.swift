/// Random numbers that are the same for the same seed: SplitMix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 to one less than a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something happens that does so once in a number of times.
  mutating func happens(onceIn times: Int) -> Bool { below(times) == 0 }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  /// Small hexadecimal digits.
  mutating func hexDigits(_ count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<count).map { _ in pick(digits) })
  }

  /// A UUID of version 4.
  mutating func uuid() -> String {
    let variant = pick(["8", "9", "a", "b"])
    return "\(hexDigits(8))-\(hexDigits(4))-4\(hexDigits(3))-\(variant)\(hexDigits(3))-"
      + hexDigits(12)
  }
}
