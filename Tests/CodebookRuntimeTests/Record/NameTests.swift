@testable import CodebookRuntime
import Testing

@Suite struct NameTests {
  private static let long = String(repeating: "a", count: 63)

  @Test(arguments: [
    ("ws_client", "ws_client"), ("WsClient", "wsclient"), ("a--b", "a_b"), ("_a_", "a"),
    ("Order placed!", "order_placed"), ("42", "x_42"), ("_4", "x_4"), ("", "unknown"),
    ("__", "unknown"), ("ümläut", "ml_ut"), ("a__b", "a_b"), ("a.b", "a_b"), ("日本", "unknown"),
    ("a\u{301}b", "a_b"), (long + "b" + "c", long + "b"), (long + "_c", long),
    ("x_1", "x_1"), ("a_", "a"), ("\u{212A}", "unknown"),
  ])
  func namesArePutIntoForm(_ text: String, _ expected: String) {
    #expect(NameForm.name(text) == expected)
    #expect(NameForm.name(expected) == expected)
  }

  @Test(arguments: [
    ("rest.orders", "rest.orders"), ("REST.Orders", "rest.orders"), ("..a..b..", "a.b"),
    ("a.!.b", "a.b"), ("a.1", "a.x_1"), ("", "unknown"), (".", "unknown"), ("a_.b", "a.b"),
    (long + ".b", long), (long + "a.b", long + "a"),
  ])
  func scopesArePutIntoFormPartByPart(_ text: String, _ expected: String) {
    #expect(NameForm.dottedName(text) == expected)
    #expect(NameForm.dottedName(expected) == expected)
  }

  private enum Known: String {
    case wsClient = "ws_client"
  }

  @Test func openNamesAreKnownOrPutIntoForm() {
    let known = OpenName(Known.wsClient)
    #expect(known == "ws_client")
    #expect(OpenName<Known>(rawValue: "WS client") == known)
    #expect(known.known == .wsClient)
    #expect(OpenName<Known>("Other Thing").rawValue == "other_thing")
    #expect(OpenName<Known>("other").known == nil)
    #expect(OpenDottedName<Known>("A.b-c").description == "a.b_c")
  }
}
