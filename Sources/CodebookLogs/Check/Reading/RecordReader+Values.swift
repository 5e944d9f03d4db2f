// Values of any kind, looked at as those that callers give.
extension RecordReader {
  /// Containers inside one another beyond which the exact path takes over.
  private static let maximumDepth = 16
  /// From so many digits on, an integer may be what must not be written.
  private static let longInteger: Int64 = 1_000_000_000_000

  /// Reads a value of a known kind, with the bounds of a field.
  mutating func value(
    _ kind: FieldPlan.Kind, under key: FixedBytes, _ field: FieldPlan? = nil
  ) -> Bool {
    switch kind {
    case .text:
      guard line.take(UInt8(ascii: "\"")), let text = line.text() else { return false }
      return texts.isClean(text, as: field == nil ? .name : .value, key: key)
    case .integer:
      guard let integer = line.integer(), integer.magnitude < Self.longInteger else {
        return false
      }
      return field.map { $0.minimum...$0.maximum ~= integer } ?? true
    case .number:
      guard let field, !field.isUnbounded else { return line.number() != nil }
      return number(within: field)
    case .boolean: return line.boolean()
    case .array: return line.peek == UInt8(ascii: "[") && array(under: key, depth: 1)
    case .object: return line.peek == UInt8(ascii: "{") && object(depth: 1)
    default: return false
    }
  }

  /// Reads a number that has bounds; one with an exponent is for the exact path.
  private mutating func number(within field: FieldPlan) -> Bool {
    let isNegative = line.peek == UInt8(ascii: "-")
    guard let whole = line.integer(), whole.magnitude < Self.longInteger else { return false }
    // It lies between two integers, and both must be within the bounds, which are integers, too:
    // so nothing is compared that would have to be rounded.
    var (least, most) = (whole, whole)
    if line.take(UInt8(ascii: ".")) {
      guard line.digits() > 0 else { return false }
      if isNegative { least -= 1 } else { most += 1 }
    }
    return line.peek | 0x20 != UInt8(ascii: "e") && field.minimum <= least
      && most <= field.maximum
  }

  /// Reads any value. A text that names a secret may make one of what stands beside it, and is for
  /// the exact path.
  mutating func value(under key: FixedBytes, depth: Int) -> Bool {
    switch line.peek {
    case UInt8(ascii: "\""):
      line.at += 1
      guard let text = line.text() else { return false }
      return texts.isClean(text, as: .name, key: key)
    case UInt8(ascii: "{"): return object(depth: depth + 1)
    case UInt8(ascii: "["): return array(under: key, depth: depth + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return line.boolean()
    case UInt8(ascii: "n"): return line.word("null")
    default: return number(under: key)
    }
  }

  /// Reads a number; the digits of a long integer are looked at as a text.
  private mutating func number(under key: FixedBytes) -> Bool {
    let start = line.at
    guard let isInteger = line.number() else { return false }
    let digits = LineText(start: start, count: line.at - start, hasEscapes: false)
    guard isInteger, digits.count > 12 else { return true }
    // Beyond 18 digits a reader may make something else of it.
    return digits.count <= 18 && texts.isClean(digits, as: .value, key: key)
  }

  /// Reads an object.
  mutating func object(depth: Int) -> Bool {
    guard depth <= Self.maximumDepth else { return false }
    line.at += 1
    line.skipSpace()
    if line.take(UInt8(ascii: "}")) { return true }
    let first = names.count
    repeat {
      guard let name = memberName(from: first), isPlain(name),
        value(under: FixedBytes(start: name.start, count: name.count), depth: depth)
      else { return false }
    } while line.skip(UInt8(ascii: ","))
    names.removeAll(from: first)
    return line.take(UInt8(ascii: "}"))
  }

  /// Reads an array. Its first item stands under the array's key, the others under none.
  private mutating func array(under key: FixedBytes, depth: Int) -> Bool {
    guard depth <= Self.maximumDepth else { return false }
    line.at += 1
    line.skipSpace()
    if line.take(UInt8(ascii: "]")) { return true }
    var key = key
    repeat {
      guard value(under: key, depth: depth) else { return false }
      key = FixedBytes(start: key.start, count: 0)
    } while line.skip(UInt8(ascii: ","))
    return line.take(UInt8(ascii: "]"))
  }

  /// Reads a member's name and the colon behind it; `nil` where the object may have it already.
  @inline(__always)
  mutating func memberName(from first: Int) -> LineText? {
    guard line.take(UInt8(ascii: "\"")), let name = line.text(),
      names.insert(name, from: first), line.skip(UInt8(ascii: ":"))
    else { return nil }
    return name
  }

  /// Whether no rule knows anything of a key.
  @inline(__always)
  mutating func isPlain(_ name: LineText) -> Bool {
    texts.isClean(name, as: .name, key: FixedBytes(start: name.start, count: 0))
  }
}
