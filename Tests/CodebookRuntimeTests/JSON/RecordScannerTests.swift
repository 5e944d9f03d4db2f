import Testing

@testable import CodebookRuntime

@Suite struct RecordScannerTests {
  private func scan(_ text: String) throws(RecordScanner.Fault) -> [RecordScanner.Member] {
    try scan(Array(text.utf8))
  }

  private func scan(_ bytes: [UInt8]) throws(RecordScanner.Fault) -> [RecordScanner.Member] {
    try bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(RecordScanner.Fault) in
        var scanner = RecordScanner()
        try scanner.scan(bytes)
        return scanner.members
      }
    }.get()
  }

  @Test func membersHaveTheirPlaces() throws {
    let text = #" {"a":1 , "b\n" : "x\"y","c":[{"d":2}],"e":{},"f":-1.5e+3,"g":true,"h":null} "#
    let members = try scan(text)
    let bytes = Array(text.utf8)
    func shown(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(members.map { shown($0.name) } == ["a", #"b\n"#, "c", "e", "f", "g", "h"])
    #expect(
      members.map { shown($0.value) }
        == ["1", #""x\"y""#, #"[{"d":2}]"#, "{}", "-1.5e+3", "true", "null"])
    #expect(
      members.map(\.kind) == [.integer, .string, .array, .object, .number, .boolean, .null])
    #expect(members.map(\.nameHasEscapes) == [false, true, false, false, false, false, false])
    #expect(members[1].valueHasEscapes)
  }

  @Test(arguments: [
    ("", RecordScanner.Fault.Reason.notAnObject), ("[]", .notAnObject), ("1", .notAnObject),
    ("{", .notJSON), ("{}x", .notJSON), ("{}{}", .notJSON), (#"{"a"}"#, .notJSON),
    (#"{"a":}"#, .notJSON), (#"{"a":1,}"#, .notJSON), (#"{,"a":1}"#, .notJSON),
    (#"{"a":[1,]}"#, .notJSON), (#"{"a":01}"#, .notJSON), (#"{"a":1.}"#, .notJSON),
    (#"{"a":.5}"#, .notJSON), (#"{"a":+1}"#, .notJSON), (#"{"a":1e}"#, .notJSON),
    (#"{"a":-}"#, .notJSON), (#"{"a":tru}"#, .notJSON), (#"{"a":truex}"#, .notJSON),
    (#"{"a":NaN}"#, .notJSON), (#"{"a":"\x"}"#, .notJSON), (#"{"a":"\u12g4"}"#, .notJSON),
    ("{\"a\":\"\u{1}\"}", .notJSON), (#"{"a":"x}"#, .notJSON), (#"{a:1}"#, .notJSON),
    (#"{"a":1,"a":2}"#, .nameTwice), (#"{"a":1,"\u0061":2}"#, .nameTwice),
    (#"{"x":{"a":1,"b":2,"a":3}}"#, .nameTwice), (#"{"x":[{"":1,"":2}]}"#, .nameTwice),
  ])
  func anythingElseIsRefused(_ text: String, _ reason: RecordScanner.Fault.Reason) {
    let fault = #expect(throws: RecordScanner.Fault.self) { try scan(text) }
    #expect(fault?.reason == reason, "\(text)")
  }

  @Test func namesInOtherObjectsMayBeTheSame() throws {
    #expect(try scan(#"{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":{"b":1}}"#).count == 3)
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
      [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x92, 0x28], [0xFF],
    ] as [[UInt8]])
  func whatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
    for filler in ["", "12345678"] {
      let text = Array("{\"a\":\"\(filler)".utf8) + bytes + Array("\(filler)\"}".utf8)
      let fault = #expect(throws: RecordScanner.Fault.self) { try scan(text) }
      #expect(fault?.reason == .notUTF8)
    }
  }

  @Test func depthHasALimit() throws {
    func nested(_ depth: Int) -> String {
      "{\"a\":" + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1)
        + "}"
    }
    #expect(try scan(nested(64)).count == 1)
    let fault = #expect(throws: RecordScanner.Fault.self) { try scan(nested(65)) }
    #expect(fault?.reason == .tooDeep)
  }

  /// Texts near to JSON: what the reader of values takes, and nothing else, is what the scanner takes.
  @Test func bothReadersTakeTheSame() {
    var generator = Generator(state: 11)
    let seeds = [
      #"{"ts":"2026-01-09T18:07:23.412Z","n":-12.5e3,"d":{"a":[1,true,null,"é€😀"],"b":"\u00e9\n"}}"#,
      #"{"a":0,"b":[],"c":{},"d":"\ud83d\ude00","e":[[{}]],"long name":"\\\"\/"}"#,
    ].map { Array($0.utf8) }
    let alphabet = Array("{}[]\",:\\u0123e.-+tn \t\r".utf8) + [0xC3, 0xA9, 0xFF, 0]
    var taken = 0
    for _ in 0..<20_000 {
      var text = seeds[Int.random(in: 0...1, using: &generator)]
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: text.indices, using: &generator)
        let byte = alphabet[Int.random(in: alphabet.indices, using: &generator)]
        switch Int.random(in: 0...2, using: &generator) {
        case 0: text[place] = byte
        case 1: text.insert(byte, at: place)
        default: text.remove(at: place)
        }
      }
      let expected = (try? CarrierJSON.object(text))?.count
      #expect((try? scan(text))?.count == expected, "\(String(decoding: text, as: UTF8.self))")
      taken += expected == nil ? 0 : 1
    }
    #expect(taken > 2000)
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
