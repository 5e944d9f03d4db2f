import CodebookRuntime

/// Ways to change a line a little, so that most of what comes out is wrong in one place.
enum Mutation: CaseIterable {
  case replacedByte, removedByte, insertedByte, swappedBytes, removedRange, splice, doubledRange
  case doubledMember, shuffled, spaced, escaped, insertedText, otherValue

  /// One of all, mostly of those that change single bytes: the others take longer.
  static func any(_ random: inout SplitMix) -> Mutation {
    random.happens(onceIn: 8) ? random.pick(allCases) : random.pick(short)
  }

  private static let short: [Mutation] = [
    .replacedByte, .removedByte, .insertedByte, .swappedBytes, .removedRange, .insertedText,
    .otherValue,
  ]

  /// Bytes that mean something in a record.
  private static let bytes =
    Array("\"\\{}[]:,09af-.eETZ /nu+".utf8)
    + [0x00, 0x0A, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xFF]

  /// What is a secret, names one, or is a value of which more is known.
  private static let texts = [
    "\"password\":\"hunter2-9x\",",
    " token=abc123def456 ",
    "user@example.com",
    "AKIAIOSFODNN7EXAMPLE",
    "\"--token\",\"x9y8z7w6v5\",",
    "\"name\":\"X-Api-Key\",",
    "\"value\":\"v1b2c3d4e5f6\",",
    "[[[[[[[[[[[[[[[[[[",
    "]]]]]]]]]]]]]]]]]]",
    "-0",
    "01",
    "1e5",
    "4111111111111111",
    "\\ud800",
    "\\u0000",
    "\u{85}",
    "\u{2028}",
    "null,",
    "\"a\":1,\"a\":2,",
    "/Users/jane/",
    "\"_invalid\":[\"count\"],",
    "\"x\":[\"Authorization\",\"abcdef123456\"],",
  ]

  /// What is right in one field, or nearly so, and may be wrong in another.
  private static let values: [LogValue] = [
    "engine", "desktop", "risk", "ws_client", "INFO", "ERROR", "reconnected", "order_blocked",
    "PT-DB-001", "PT-NET-001", "rest.orders", "one", "two", "three", "a", "b_c", "LOW", "HIGH",
    "plain", "left", "OT-A-002", "00000000-0000-4000-8000-000000000001",
    "11111111-1111-4111-8111-111111111111", "4e18bf6a-94c8-1ce7-a4e9-151f5f573263",
    "00000000-0000-0000-0000-000000000000", 0, -1, -6, 200_001, 0.5, true, nil, [], [:],
  ]

  static func byte(_ random: inout SplitMix) -> UInt8 {
    random.happens(onceIn: 4) ? UInt8(random.below(256)) : random.pick(bytes)
  }

  /// - Parameter other: Another line, of which a part may come in.
  func applied(to line: [UInt8], with other: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var line = line
    guard line.count > 8, other.count > 8 else { return line }
    let place = random.below(line.count)
    let length = random.below(min(24, line.count - place)) + 1
    switch self {
    case .replacedByte: line[place] = Self.byte(&random)
    case .removedByte: line.remove(at: place)
    case .insertedByte: line.insert(Self.byte(&random), at: place)
    case .swappedBytes: line.swapAt(place, max(0, place - 1))
    case .removedRange: line.removeSubrange(place..<(place + length))
    case .splice: line = Array(line[..<place]) + other[random.below(other.count)...]
    case .doubledRange: line.insert(contentsOf: line[place..<(place + length)], at: place)
    case .doubledMember: line = Self.rewritten(line, &random, doubles: true, spaced: false)
    case .shuffled: line = Self.rewritten(line, &random, doubles: false, spaced: false)
    case .spaced: line = Self.rewritten(line, &random, doubles: false, spaced: true)
    case .insertedText: line.insert(contentsOf: Array(random.pick(Self.texts).utf8), at: place)
    case .otherValue: line = Self.revalued(line, &random)
    case .escaped: line = Self.escaped(line, at: place, &random)
    }
    return line
  }

  /// The members in another order.
  private static func rewritten(
    _ line: [UInt8], _ random: inout SplitMix, doubles: Bool, spaced: Bool
  ) -> [UInt8] {
    guard case .object(let object)? = try? JSONReader.read(line) else { return line }
    var spaces: SplitMix? = spaced ? random : nil
    var members = object.members.map { JSONWriting.member($0, &spaces) }
    members.shuffle(using: &random)
    if doubles { members.insert(random.pick(members), at: random.below(members.count)) }
    let separator = spaced ? JSONWriting.space(&random) + "," + JSONWriting.space(&random) : ","
    return Array("{\(members.joined(separator: separator))}".utf8)
  }

  /// A member with another value.
  private static func revalued(_ line: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    guard case .object(var object)? = try? JSONReader.read(line) else { return line }
    object[random.pick(object.members).key] = random.pick(values)
    var spaces: SplitMix?
    let members = object.members.map { JSONWriting.member($0, &spaces) }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }

  /// A character as an escape of its number.
  private static func escaped(
    _ line: [UInt8], at place: Int, _ random: inout SplitMix
  ) -> [UInt8] {
    let digits = String(line[place], radix: 16, uppercase: random.happens(onceIn: 2))
    let escape = "\\u00" + (digits.count < 2 ? "0" : "") + digits
    return Array(line[..<place] + Array(escape.utf8) + line[(place + 1)...])
  }
}
