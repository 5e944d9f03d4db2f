/// What stands in angle brackets in an example: a kind of text, and how long it is to be.
enum ExamplePlaceholder: Sendable {
  case characters(Int, of: [UInt8])
  case words(Int)
  /// A card's number: how many digits, and those that it begins with.
  case luhn(Int, prefix: String)
  /// An account number of a country.
  case iban(String)
  case socialSecurityNumber

  private static let longest = 4_096

  private static let alphabets: [String: [UInt8]] = {
    let upper = Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let lower = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let letters = upper + lower + digits
    return [
      "alnum": letters, "upper": upper, "lower": lower, "word": lower, "digits": digits,
      "hex": digits + Array("abcdef".utf8), "HEX": digits + Array("ABCDEF".utf8),
      "base64": letters + Array("+/".utf8), "base64url": letters + Array("-_".utf8),
      "base58": Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8),
      "upalnum": upper + digits,
    ]
  }()

  /// Every kind there is, for suggestions.
  static let kinds = (Array(alphabets.keys) + ["words", "luhn", "iban", "ssn"]).sorted()

  /// - Parameters:
  ///   - text: What stands between the brackets, such as `alnum:36`.
  ///   - place: Where the brackets stand, in code points.
  init(_ text: String, at place: Range<Int>) throws(RedactionExample.Fault) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    func fault(_ message: String) -> RedactionExample.Fault {
      RedactionExample.Fault(
        message: message, characters: place,
        unknownKind: Self.kinds.contains(parts[0]) ? nil : parts[0])
    }
    func number(_ place: Int) -> Int? {
      guard parts.indices.contains(place), let number = Int(parts[place]),
        (0...Self.longest).contains(number)
      else { return nil }
      return number
    }
    switch (parts[0], parts.count, number(1)) {
    case ("words", 2, let count?): self = .words(count)
    case ("luhn", 2, let count?) where count > 1: self = .luhn(count, prefix: "")
    case ("luhn", 3, let count?)
    where parts[2].utf8.allSatisfy { (0x30...0x39).contains($0) } && parts[2].utf8.count < count:
      self = .luhn(count, prefix: parts[2])
    case ("iban", 2, _) where ExampleNumbers.accounts[parts[1]] != nil: self = .iban(parts[1])
    case ("ssn", 1, _): self = .socialSecurityNumber
    case (let kind, 2, let count?):
      guard let alphabet = Self.alphabets[kind] else {
        throw fault("there is no placeholder `\(kind.shortened)`")
      }
      self = .characters(count, of: alphabet)
    default:
      throw fault(
        Self.kinds.contains(parts[0])
          ? "a placeholder is like <alnum:36>, <luhn:16:4>, <iban:DE> or <ssn>"
          : "there is no placeholder `\(parts[0].shortened)`")
    }
  }

  func expansion(_ random: inout ExampleGenerator) -> String {
    switch self {
    case .characters(let count, let alphabet): random.characters(count, of: alphabet)
    case .words(let count):
      (0..<count).map { _ in Self.wordList[random.below(Self.wordList.count)] }
        .joined(separator: " ")
    case .luhn(let count, let prefix): ExampleNumbers.card(count, prefix, &random)
    case .iban(let country): ExampleNumbers.iban(country, &random)
    case .socialSecurityNumber: ExampleNumbers.socialSecurityNumber(&random)
    }
  }

  private static let wordList = [
    "abandon", "ability", "able", "absent", "absorb", "abstract", "abuse", "access", "accident",
    "account", "acid", "acoustic", "acquire", "across", "action", "actor", "adapt", "adjust",
    "admit", "advance", "aerobic", "afford", "agent", "agree",
  ]
}

/// Numbers that their own check digits hold.
enum ExampleNumbers {
  /// What stands behind the check digits of a country's account numbers: `n` a digit, `a` a letter.
  static let accounts = [
    "AT": "nnnnnnnnnnnnnnnn", "BE": "nnnnnnnnnnnn", "CH": "nnnnnnnnnnnnnnnnn",
    "DE": "nnnnnnnnnnnnnnnnnn", "ES": "nnnnnnnnnnnnnnnnnnnn", "FR": "nnnnnnnnnnnnnnnnnnnnnnn",
    "GB": "aaaannnnnnnnnnnnnn", "IT": "annnnnnnnnnnnnnnnnnnnnn", "NL": "aaaannnnnnnnnn",
    "PL": "nnnnnnnnnnnnnnnnnnnnnnnn",
  ]

  private static let digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
  private static let letters = Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))

  /// Digits whose last one makes Luhn's sum right.
  static func card(_ count: Int, _ prefix: String, _ random: inout ExampleGenerator) -> String {
    let body = prefix + random.characters(count - prefix.utf8.count - 1, of: digits)
    let sum = body.utf8.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - UInt8(ascii: "0")) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + value / 10 + value % 10
    }
    return body + String((10 - sum % 10) % 10)
  }

  /// An account number whose remainder by 97 is right.
  static func iban(_ country: String, _ random: inout ExampleGenerator) -> String {
    let account = (accounts[country] ?? "").map { kind in
      random.characters(1, of: kind == "n" ? digits : letters)
    }.joined()
    let remainder = (account + country + "00").utf8.reduce(0) { remainder, byte in
      let value = Int(byte) - (byte < 0x3A ? 0x30 : 0x37)
      return (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    let check = 98 - remainder
    return country + (check < 10 ? "0" : "") + String(check) + account
  }

  /// Three groups of which none is nought, the first below 666.
  static func socialSecurityNumber(_ random: inout ExampleGenerator) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    let area = padded(1 + random.below(665), 3)
    let group = padded(1 + random.below(99), 2)
    return "\(area)-\(group)-\(padded(1 + random.below(9_999), 4))"
  }
}
