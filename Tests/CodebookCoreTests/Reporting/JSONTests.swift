import CodebookCore
import Testing

@Suite("One JSON value has one text")
struct JSONTests {
  @Test func canonical() {
    let value = JSONValue.object([
      ("b", .array([.integer(-1), .bool(true), .null])), ("a", .object([])), ("B", .string("x")),
      ("\u{1F600}", .integer(1)), ("\u{FF5E}", .integer(2)),
    ])
    let text = String(decoding: value.canonical, as: UTF8.self)
    #expect(text == #"{"B":"x","a":{},"b":[-1,true,null],"\#u{FF5E}":2,"\#u{1F600}":1}"#)
  }

  @Test func escapesAreMinimal() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{2028}é"
    #expect(
      String(decoding: JSONValue.string(text).canonical, as: UTF8.self)
        == #""\"\\/\b\f\n\r\t\u0000\u001f\#u{7F}\#u{2028}é""#)
  }

  @Test func indented() {
    let value = JSONValue.object([("a", .array([.integer(1), .array([])]))])
    #expect(
      String(decoding: value.indented, as: UTF8.self) == "{\n  \"a\": [\n    1,\n    []\n  ]\n}")
  }
}
