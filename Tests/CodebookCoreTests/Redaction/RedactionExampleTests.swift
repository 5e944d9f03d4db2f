import Testing

@testable import CodebookCore

/// What examples come to is fixed: other languages make the same of them.
@Suite("Examples of redaction rules are made up the same way everywhere")
struct RedactionExampleTests {
  @Test(arguments: [
    ("<alnum:12>", "teUWrOMs88kM"),
    ("<upper:6>", "FTUVGN"),
    ("<lower:6>", "alxjoq"),
    ("<hex:8>", "eed85af3"),
    ("<HEX:8>", "E64B9485"),
    ("<digits:6>", "948815"),
    ("<base64:12>", "G7ov191jrCCl"),
    ("<base64url:12>", "1-B6JIYGGv7C"),
    ("<base58:12>", "vRRFMcbhUhU3"),
    ("<word:6>", "rxirgj"),
    ("<upalnum:8>", "K1I82N8L"),
    ("<words:3>", "access agree adapt"),
    ("<luhn:16:4>", "4084092581690839"),
    ("<iban:DE>", "DE39841624419806205002"),
    ("<ssn>", "234-30-5627"),
    ("a <digits:2> and <<digits:2> <hex:2>", "a 51 and <digits:2> 32"),
  ])
  func expansion(_ template: String, _ text: String) throws {
    #expect(try RedactionExample(template, rule: "acme-token").text == text)
  }

  @Test func secretsAreWhatWasMadeUp() throws {
    let example = try RedactionExample("a <digits:3> <<b> <upper:2>", rule: "acme-token")
    #expect(example.secrets.map(\.count) == [3, 2])
    #expect(example.text == "a \(example.secrets[0]) <b> \(example.secrets[1])")
  }

  @Test func aSaltMakesOthers() throws {
    let texts = try ["", "1", "2"].map {
      try RedactionExample("<alnum:40>", rule: "acme-token", salt: $0).text
    }
    let another = try RedactionExample("<alnum:40>", rule: "acme-name").text
    #expect(Set(texts + [another]).count == 4)
  }

  @Test(arguments: ["AT", "BE", "CH", "DE", "ES", "FR", "GB", "IT", "NL", "PL"])
  func accountsHaveTheirCheckDigits(_ country: String) throws {
    let account = try RedactionExample("<iban:\(country)>", rule: "iban").text
    let turned = account.dropFirst(4) + account.prefix(4)
    let remainder = turned.unicodeScalars.reduce(0) { remainder, scalar in
      let value = Int(String(scalar), radix: 36) ?? 0
      return (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    #expect(remainder == 1)
  }

  @Test(arguments: ["<luhn:16:4>", "<luhn:15:37>", "<luhn:19>"])
  func cardsHaveTheirCheckDigit(_ template: String) throws {
    let digits = try RedactionExample(template, rule: "card").text.compactMap(\.wholeNumberValue)
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.element * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + value / 10 + value % 10
    }
    #expect(sum % 10 == 0)
  }

  @Test(arguments: [
    ("<alpha:3>", 0..<9, "alpha"), ("a <alnum>", 2..<9, nil), ("<luhn:4:12345>", 0..<14, nil),
    ("ä<ssn:3>", 1..<8, nil), ("<iban:XX>", 0..<9, nil), ("a < b", 2..<3, nil),
    ("<>", 0..<2, ""), ("<alnum:5000>", 0..<12, nil), ("<alnum:-1>", 0..<10, nil),
  ])
  func faults(_ template: String, _ place: Range<Int>, _ kind: String?) throws {
    let fault = try #require(RedactionExample.fault(in: template))
    #expect(fault.characters == place && fault.unknownKind == kind)
  }

  @Test(arguments: ["", "no placeholder", "<<alnum:3>", "a << b <digits:0>"])
  func noFaults(_ template: String) { #expect(RedactionExample.fault(in: template) == nil) }
}
