import Testing

@testable import DiagnosticsBundle

@Suite struct SecretSearchTests {
  /// Written by other programs, and by hand.
  @Test(arguments: [
    ("plain", "x s3cr/t K€y+ x"),
    ("percent", "x s3cr%2Ft%20K%E2%82%ACy%2B x"),
    ("percent, small digits", "x s3cr%2ft%20K%e2%82%acy%2b x"),
    ("form", "x s3cr%2Ft+K%E2%82%ACy%2B x"),
    ("form, small digits", "x s3cr%2ft+K%e2%82%acy%2b x"),
    ("percent, slashes stay", "x s3cr/t%20K%E2%82%ACy%2B x"),
    ("form, slashes stay", "x s3cr/t+K%e2%82%acy%2b x"),
    ("percent, a query", "x s3cr/t%20K%E2%82%ACy+ x"),
    ("percent, all", "x%73%33%63%72%2F%74%20%4B%E2%82%AC%79%2Bx"),
    ("percent, all, small digits", "x%73%33%63%72%2f%74%20%4b%e2%82%ac%79%2bx"),
    ("hexadecimal", "733363722F74204BE282AC792B"),
    ("hexadecimal, small digits", "733363722f74204be282ac792b"),
    ("base64", "czNjci90IEvigqx5Kw=="), ("base64, second", "eHMzY3IvdCBL4oKseSs="),
    ("base64, third", "eHhzM2NyL3QgS+KCrHkr"), ("base64url, third", "eHhzM2NyL3QgS-KCrHkr"),
    ("base64 within more", "eHhzM2NyL3QgS+KCrHkreXl5"),
    ("JSON, slashes", #""s3cr\/t K€y+""#), ("JSON, ASCII", #""s3cr/t K\u20acy+""#),
    ("JSON, ASCII, capital digits", #""s3cr/t K\u20ACy+""#),
    ("JSON, ASCII and slashes", #""s3cr\/t K\u20acy+""#),
  ])
  func aSecretIsFoundHoweverItStands(_ name: String, _ text: String) {
    let search = SecretSearch([LiveSecret("s3cr/t K€y+")])
    #expect(search.finds(in: text), "\(name)")
    #expect(!search.finds(in: text.replacing("s3", with: "s4").dropLast(6).description))
  }

  @Test func spaceAroundASecretIsNoPartOfIt() {
    let search = SecretSearch([
      LiveSecret(" s3cr/t K€y+\r\n"), LiveSecret("s3cr/t K€y+"), LiveSecret("\n"),
    ])
    #expect(search.finds(in: "x s3cr/t K€y+x"))
    #expect(search.secretCount == 1)
    #expect(search.tooShortCount == 1)
  }

  @Test func escapesOfJSONAreFound() {
    let search = SecretSearch([LiveSecret("a\"b\\c\n\t\u{1}d\u{1F511}")])
    #expect(search.finds(in: #"a\"b\\c\n\t\u0001d"# + "\u{1F511}"))
    #expect(search.finds(in: #"a\"b\\c\n\t\u0001d\ud83d\udd11"#))
    #expect(search.finds(in: #"a\"b\\c\n\t\u0001d\uD83D\uDD11"#))
  }

  @Test func bytesThatAreNoTextAreFound() {
    let secret: [UInt8] = [0xFF, 0, 0x80, 1, 2, 3]
    let search = SecretSearch([LiveSecret(bytes: secret)])
    #expect(search.finds(in: [9] + secret + [9]))
    #expect(search.finds(in: "ff0080010203"))
    #expect(search.finds(in: "/wCAAQID"))
    #expect(!search.finds(in: Array(secret.dropLast())))
  }

  @Test func ofFewerThanSixBytesNoneIsSearchedFor() {
    let search = SecretSearch(["12345", "123456", "123456", "", ""].map { LiveSecret($0) })
    #expect(search.secretCount == 1)
    #expect(search.tooShortCount == 2)
    #expect(!search.finds(in: "1234567".dropFirst(2).description))
    #expect(search.finds(in: "123456"))
    #expect(!SecretSearch([]).finds(in: "anything"))
  }

  @Test func whatStandsAcrossPiecesIsFound() {
    let search = SecretSearch(["hunter22", "another-secret"].map { LiveSecret($0) })
    let text = Array("..........another-secret..........".utf8)
    for size in 1...text.count {
      for shift in 0..<size {
        var stream = SecretStream(search)
        for start in stride(from: -shift, to: text.count, by: size) {
          let piece = Array(text[max(0, start)..<min(text.count, start + size)])
          piece.withUnsafeBufferPointer { stream.update($0) }
        }
        #expect(stream.hasFound, "pieces of \(size)")
      }
    }
  }

  @Test func asALookAtEachPlaceSays() {
    var generator = Generator(state: 7)
    for _ in 0..<300 {
      let secrets = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 6...9, using: &generator)).map { _ in
          UInt8(ascii: "a") + .random(in: 0...1, using: &generator)
        }
      }
      let text = (0..<400).map { _ in UInt8(ascii: "a") + .random(in: 0...1, using: &generator) }
      let expected = secrets.contains { secret in
        text.indices.dropLast(secret.count - 1).contains { text[$0...].starts(with: secret) }
      }
      let search = SecretSearch(secrets.map { LiveSecret(bytes: $0) })
      #expect(search.finds(in: text) == expected)
    }
  }

  @Test func aSecretIsNeverShown() {
    let secret = LiveSecret("hunter22")
    #expect("\(secret)" == "[redacted:secret]")
    #expect(String(reflecting: [secret]) == "[[redacted:secret]]")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains("hunter"))
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
