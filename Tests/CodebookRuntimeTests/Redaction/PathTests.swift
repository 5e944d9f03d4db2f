import Redaction
import Testing

@testable import CodebookRuntime

/// A planted secret on each way into a record is not in it.
@Suite struct PathTests {
  private static let secrets = [
    Planted.codeToken(), Planted.cloudKey(), Planted.card(), "\(Planted.text(12))@example.com",
    "https://bob:\(Planted.text(12))@example.com/x", "/home/\(Planted.text(9).lowercased())/x",
  ]

  /// No five characters of what was planted are in what was written.
  private func expectNone(
    of secret: String, in fixture: Fixture, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let part = secret.drop { !$0.isNumber && !$0.isUppercase }
    let needle = String(part.isEmpty ? secret.dropFirst(6).prefix(5) : part.prefix(5))
    let lines = fixture.sink.lines.joined()
    #expect(!lines.isEmpty && lines.contains("redacted"), sourceLocation: sourceLocation)
    #expect(
      !lines.lowercased().contains(needle.lowercased()), "\(lines)",
      sourceLocation: sourceLocation)
    for line in fixture.sink.lines {
      #expect(
        fixture.logger.redacted(line) == line, "a second look finds more: \(line)",
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: secrets) func inMessagesAndTexts(_ secret: String) {
    let fixture = Fixture()
    fixture.say("got \(secret) from it")
    fixture.say(details: ["a": .string(secret), "b": ["x \(secret)", [["c": .string(secret)]]]])
    fixture.log.measured(
      .init(
        tags: [.string(secret), ["k": .string(secret)]], size: ["n": .string(secret)],
        note: secret, label: "l \(secret)"))
    for message in ["HTTP 429 received.", "Look at \(secret).", "Look at \(secret)."] {
      fixture.log.requestFailed(code: "PT-HTTP-429", operatorMessage: message)
    }
    expectNone(of: secret, in: fixture)
  }

  @Test(arguments: secrets) func inKeysAndNames(_ secret: String) {
    let fixture = Fixture()
    fixture.say(details: [secret: 1, "a": [secret: "x"], "b \(secret)": [:]])
    fixture.say(event: secret)
    var record = SampleLog.Measurement(scope: secret).record
    record.component = secret
    fixture.logger.record(record)
    fixture.logger.record(.frameworkLog, component: secret, details: ["logger": .string(secret)])
    enum None: String { case none }
    fixture.logger.write(event: 2, severity: 9) { line in
      line.name(OpenName<None>(rawValue: secret), prefix: "{\"component\":")
      line.name(OpenDottedName<None>(rawValue: secret), prefix: ",\"scope\":", suffix: "}\n")
    }
    expectNone(of: secret, in: fixture)
    #expect(fixture.sink.lines[1].contains("\"event\":\"redacted\""))
    #expect(fixture.sink.lines[2].contains("\"component\":\"redacted\""))
    #expect(fixture.sink.lines[2].contains("\"rate_limit_scope\":\"redacted\""))
    #expect(fixture.sink.last == "{\"component\":\"redacted\",\"scope\":\"redacted\"}\n")
  }

  @Test(arguments: secrets) func inErrors(_ secret: String) {
    struct Failure: Error, CustomStringConvertible { let description: String }
    struct Coded: CodedError, CustomStringConvertible {
      let description: String
      var errorCode: String { "PT-HTTP-429" }
      var operatorMessage: String { description }
    }
    let fixture = Fixture()
    UncaughtErrors.report(Failure(description: "at \(secret)"), to: fixture.logger)
    UncaughtErrors.report(Coded(description: "at \(secret)"), to: fixture.logger)
    fixture.say(details: ["e": LogValue(describing: Failure(description: secret))])
    fixture.say(details: LogObject().adding(exception: Failure(description: secret)))
    expectNone(of: secret, in: fixture)
  }

  @Test(arguments: secrets) func inWrappedTexts(_ secret: String) {
    let fixture = Fixture()
    let json = LogValue.object(["k": ["v": .string(secret)]]).description
    fixture.say(json, details: ["j": .string(json), "jj": .string(LogValue(json).description)])
    let percent = secret.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    fixture.say(details: ["p": .string("x=\(percent)")])
    let units = secret.utf16.map { "\\u00" + String($0, radix: 16) }.joined()
    fixture.say(details: ["u": .string(units)])
    expectNone(of: secret, in: fixture)
  }

  @Test func inDumps() {
    let secret = Planted.text(24)
    let fixture = Fixture()
    fixture.say(
      "GET / HTTP/1.1\r\nAuthorization: Basic \(secret)\r\nAccept: */*\r\n",
      details: [
        "environment": .string("PWD=/srv\nAPI_KEY=\(secret)\nLANG=C"),
        "argv": ["tool", "--api-key", .string(secret), .string("--token=\(secret)")],
        "headers": [["X-Api-Key", .string(secret)], ["Accept", "*/*"]],
        "environ": ["DB_PASSWORD": .string(secret)],
        "url": .string("https://example.com/a?sig=\(secret)&b=1"),
      ])
    expectNone(of: secret, in: fixture)
    #expect(fixture.sink.last.contains("PWD=/srv"))
    #expect(fixture.sink.last.contains("LANG=C"))
  }

  @Test func inKeysOfSeveralLines() {
    let lines = Planted.privateKey()
    let fixture = Fixture()
    fixture.say(lines.joined(separator: "\n"))
    fixture.say(details: ["pem": .string(lines.joined(separator: "\\n"))])
    expectNone(of: lines[1], in: fixture)
    expectNone(of: lines[2], in: fixture)
  }

  @Test func inIntegers() {
    let card = Planted.card()
    let integer = LogValue.integer(Int64(card) ?? 0)
    let fixture = Fixture()
    fixture.say(details: ["n": integer, "a": [integer, ["x": integer]], "t": 1_700_000_000_000])
    fixture.log.measured(.init(tags: [integer], size: ["n": integer]))
    #expect(fixture.sink.lines[0].contains("\"n\":\"[redacted:card]\""))
    #expect(fixture.sink.lines[0].contains("\"t\":1700000000000"))
    expectNone(of: card, in: fixture)
    // Orders are as long.
    #expect(fixture.json(["order_id": integer]) == "{\"order_id\":\(card)}")
    // A declared integer is what the catalog says it is.
    fixture.log.measured(.init(port: Int(card) ?? 0))
    #expect(fixture.sink.last.contains("\"port\":\(card)"))
  }

  @Test func sensitiveValuesAreNowhere() {
    let fixture = Fixture()
    let secret = Sensitive("planted")
    fixture.say(
      "\(secret)",
      details: [
        "a": LogValue(describing: secret), "b": LogValue(describing: [secret, secret]),
        "c": LogValue(describing: ["k": secret]), "d": LogValue(describing: Sensitive(["x": 5])),
        "password": LogValue(describing: secret), "e": "\(secret)",
      ])
    #expect(!fixture.sink.last.contains("planted"))
    #expect(
      fixture.sink.last.hasSuffix(
        #"[redacted:sensitive]","b":["[redacted:sensitive]","[redacted:sensitive]"],"#
          + #""c":{"k":"[redacted:sensitive]"},"d":"[redacted:sensitive]","#
          + #""password":"[redacted:sensitive]","e":"[redacted:sensitive]"}}"# + "\n"))
  }

  @Test func whatIsCutIsRedactedBefore() {
    let fixture = Fixture()
    let token = Planted.codeToken()
    // The limits of the last step cut in the middle of the token.
    let text = String(repeating: "x", count: 50) + " " + token
    fixture.say(details: [
      "a": .string(text), "b": .array(Array(repeating: .string(text), count: 4000)),
    ])
    expectNone(of: token, in: fixture)
    // What lies behind the part that is looked at is never written.
    let long = String(repeating: "é", count: 32_768) + token
    #expect(
      fixture.json(.string(long))
        == "\"" + String(repeating: "é", count: 2048)
        + "…[+\(32_768 - 2048 + token.count)]\"")
    let redacted = token + String(repeating: " é", count: 30_000)
    let head = "[redacted:code-token]"
    #expect(fixture.json(.string(redacted))?.hasPrefix("\"\(head) é é") == true)
    #expect(
      fixture.json(.string(redacted))?.hasSuffix("…[+\(60_000 + head.count - 8192)]\"") == true)
  }

  @Test func crashRecordsAndWhatTheRuntimeSays() {
    let fixture = Fixture()
    let token = Planted.codeToken()
    fixture.logger.sample(event: "e \(token)", first: 0, thereafter: 0, interval: .seconds(1))
    fixture.say(event: "e \(token)")
    fixture.logger.record(.recordsDropped, details: ["dropped_event": .string(token)])
    expectNone(of: token, in: fixture)
  }
}
