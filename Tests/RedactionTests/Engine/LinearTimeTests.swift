#if DEBUG
  import Redaction
  import Testing

  /// Work grows as texts do: counted in bytes that are looked at, whatever the machine does.
  @Suite(.serialized)
  struct LinearTimeTests {
    private static let small = 8192
    private static let factor = 8

    /// What has led engines to go over the same bytes again and again.
    private static let pieces = [
      "a", "0", " ", "\\", "[", "{", "\"", "'", "=", ":", "@", "%", "\n", "mtk_", "mix-",
      "mix-aaaaaaaaaaaa.", "password=", "password: the ", "password : the ", "password:the.",
      "password=\"", "\"password\">{{", "password=f(", "password: |\n ", "<password>", "://",
      "a://b:c", "?sig=", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----!", "\\u005c", "%25", "QUFB",
      "{\"name\":\"password\",", "4111 1111 ", "abandon ", "/home/", "[redacted:", "\u{1B}[3",
      "\"\"a", "token ",
    ]

    @Test(arguments: pieces)
    func workGrowsAsTheTextDoes(piece: String) {
      let redactor = Redactor(MadeRules.tables)
      func steps(_ count: Int) -> Int {
        var text = String(repeating: piece, count: count / piece.utf8.count)
        return text.withUTF8 { text in
          StepCount.steps { _ = redactor.redacted(text) }
        }
      }
      let once = steps(Self.small)
      let more = steps(Self.factor * Self.small)
      #expect(more < 2 * Self.factor * max(once, Self.small), "\(once) steps, then \(more)")
    }
  }
#endif
