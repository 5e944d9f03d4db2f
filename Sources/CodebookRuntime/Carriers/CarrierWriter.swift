/// Writes JSON in ASCII and without white space, so that any stream can carry it.
struct CarrierWriter {
  private static let digits = Array("0123456789abcdef".utf8)

  private var bytes: [UInt8] = []
  private var depth = 0

  /// An object of members, of which those that are `nil` are left out.
  static func text(
    _ members: KeyValuePairs<String, LogValue?>
  ) throws(CarrierError) -> String {
    let object = LogObject(members.compactMap { key, value in value.map { (key, $0) } })
    var writer = CarrierWriter()
    try writer.write(.object(object))
    // With its line feed it may have the most that is allowed.
    guard writer.bytes.count < CarrierJSON.maximumBytes else {
      throw CarrierError("it would be longer than \(CarrierJSON.maximumBytes) bytes")
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: LogValue) throws(CarrierError) {
    switch value {
    case .string(let text): write(text)
    case .integer(let number): bytes += String(number).utf8
    case .unsigned(let number): bytes += String(number).utf8
    case .number(let number):
      guard number.isFinite else { throw CarrierError("JSON has no number for \(number)") }
      bytes += number.description.utf8
    case .boolean(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .array(let items):
      try open("[")
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try write(item)
      }
      close("]")
    case .object(let members):
      try open("{")
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key)
        bytes.append(UInt8(ascii: ":"))
        try write(member.value)
      }
      close("}")
    }
  }

  private mutating func open(_ bracket: Character) throws(CarrierError) {
    depth += 1
    guard depth <= JSONReader.maximumDepth else { throw CarrierError("it is nested too deeply") }
    bytes += String(bracket).utf8
  }

  private mutating func close(_ bracket: Character) {
    depth -= 1
    bytes += String(bracket).utf8
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for unit in text.utf16 {
      switch unit {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(unit)]
      case 0x20...0x7E: bytes.append(UInt8(unit))
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      default:
        bytes += "\\u".utf8
        for shift in stride(from: 12, through: 0, by: -4) {
          bytes.append(Self.digits[Int(unit >> UInt16(shift) & 0xF)])
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
