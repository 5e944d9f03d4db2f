/// The ways in which a secret may stand in a file.
enum SecretEncoding {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Each of them, written behind what the memory holds already.
  static func forEach(of secret: Bytes, in memory: SecretMemory, _ body: () -> Void) {
    plain(secret, memory)
    body()
    for isLower in [false, true] {
      hexadecimal(secret, isLower, memory)
      body()
      for style in PercentStyle.all {
        percent(secret, style, isLower, memory)
        body()
      }
      for style in text(of: secret) == nil ? [] : JSONStyle.all {
        json(secret, style, isLower, memory)
        body()
      }
    }
    for alphabet in [Base64Alphabet.standard, .url] {
      for alignment in 0..<3 {
        base64(secret, alphabet, alignment, memory)
        body()
      }
    }
  }

  private static func plain(_ secret: Bytes, _ memory: SecretMemory) { memory.append(secret) }

  /// Digits, of letters those from `a` or from `A`.
  static func digit(_ value: UInt8, _ isLower: Bool) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : (isLower ? 0x61 : 0x41) + value - 10
  }

  private static func hexadecimal(_ secret: Bytes, _ isLower: Bool, _ memory: SecretMemory) {
    for byte in secret { hexadecimal(byte, isLower, memory) }
  }

  private static func hexadecimal(_ byte: UInt8, _ isLower: Bool, _ memory: SecretMemory) {
    memory.append(digit(byte >> 4, isLower))
    memory.append(digit(byte & 15, isLower))
  }
}

// Percent encoding.
extension SecretEncoding {
  private struct PercentStyle {
    var encodesAll = false
    /// What stays as it is, beside the unreserved characters of RFC 3986.
    var kept: StaticString = ""
    var hasPlus = false

    /// What programs keep: nothing; slashes; JavaScript's `encodeURIComponent` and `encodeURI`;
    /// a query as RFC 3986 allows it, which is what Foundation writes.
    private static let keptSets: [StaticString] = [
      "", "/", "!*'()", "!*'();/?:@&=+$,#", "!*'();/?:@&=+$,",
    ]

    static let all =
      [PercentStyle(encodesAll: true)]
      + keptSets.flatMap { kept in
        [PercentStyle(kept: kept), PercentStyle(kept: kept, hasPlus: true)]
      }

    func keeps(_ byte: UInt8) -> Bool {
      switch byte {
      case _ where encodesAll: false
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
      default: kept.withUTF8Buffer { $0.contains(byte) }
      }
    }
  }

  private static func percent(
    _ secret: Bytes, _ style: PercentStyle, _ isLower: Bool, _ memory: SecretMemory
  ) {
    for byte in secret {
      if style.keeps(byte) {
        memory.append(byte)
      } else if style.hasPlus, byte == UInt8(ascii: " ") {
        memory.append(UInt8(ascii: "+"))
      } else {
        memory.append(UInt8(ascii: "%"))
        hexadecimal(byte, isLower, memory)
      }
    }
  }
}

// Base64.
extension SecretEncoding {
  private enum Base64Alphabet {
    case standard, url

    func character(_ value: UInt8) -> UInt8 {
      switch value {
      case 0..<26: UInt8(ascii: "A") + value
      case 26..<52: UInt8(ascii: "a") + value - 26
      case 52..<62: UInt8(ascii: "0") + value - 52
      case 62: self == .standard ? UInt8(ascii: "+") : UInt8(ascii: "-")
      default: self == .standard ? UInt8(ascii: "/") : UInt8(ascii: "_")
      }
    }
  }

  /// The characters that depend on nothing but the secret.
  ///
  /// - Parameter alignment: The number of bytes before the secret in the first three.
  private static func base64(
    _ secret: Bytes, _ alphabet: Base64Alphabet, _ alignment: Int, _ memory: SecretMemory
  ) {
    let firstBit = alignment * 8
    let lastBit = firstBit + secret.count * 8
    var bit = (firstBit + 5) / 6 * 6
    while bit + 6 <= lastBit {
      let place = bit - firstBit
      let high = UInt16(secret[place / 8]) << 8
      let low = place / 8 + 1 < secret.count ? UInt16(secret[place / 8 + 1]) : 0
      let value = (high | low) >> UInt16(10 - place % 8) & 63
      memory.append(alphabet.character(UInt8(value)))
      bit += 6
    }
  }
}

// JSON.
extension SecretEncoding {
  private struct JSONStyle {
    let escapesSlashes: Bool
    let escapesAll: Bool

    static let all = [(false, false), (true, false), (false, true), (true, true)].map {
      JSONStyle(escapesSlashes: $0.0, escapesAll: $0.1)
    }
  }

  private static func text(of secret: Bytes) -> String? {
    String(validating: secret, as: UTF8.self)
  }

  private static func json(
    _ secret: Bytes, _ style: JSONStyle, _ isLower: Bool, _ memory: SecretMemory
  ) {
    guard let text = text(of: secret) else { return }
    for scalar in text.unicodeScalars { json(scalar, style, isLower, memory) }
  }

  private static func json(
    _ scalar: Unicode.Scalar, _ style: JSONStyle, _ isLower: Bool, _ memory: SecretMemory
  ) {
    if let escape = shortEscape(scalar, style) {
      memory.append(UInt8(ascii: "\\"))
      memory.append(escape)
    } else if scalar.value < 0x20 || !scalar.isASCII && style.escapesAll {
      for unit in UTF16.encode(scalar) ?? .init() {
        memory.append(UInt8(ascii: "\\"))
        memory.append(UInt8(ascii: "u"))
        hexadecimal(UInt8(unit >> 8), isLower, memory)
        hexadecimal(UInt8(unit & 255), isLower, memory)
      }
    } else {
      for byte in UTF8.encode(scalar) ?? .init() { memory.append(byte) }
    }
  }

  private static func shortEscape(_ scalar: Unicode.Scalar, _ style: JSONStyle) -> UInt8? {
    switch scalar {
    case "\"": UInt8(ascii: "\"")
    case "\\": UInt8(ascii: "\\")
    case "/": style.escapesSlashes ? UInt8(ascii: "/") : nil
    case "\u{8}": UInt8(ascii: "b")
    case "\u{C}": UInt8(ascii: "f")
    case "\n": UInt8(ascii: "n")
    case "\r": UInt8(ascii: "r")
    case "\t": UInt8(ascii: "t")
    default: nil
    }
  }
}
