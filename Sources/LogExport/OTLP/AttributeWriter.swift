internal import CodebookRuntime

/// Writes the attributes of one record.
struct AttributeWriter {
  private let line: UnsafeBufferPointer<UInt8>
  private let mapping: RecordMapping
  private let members: RecordMembers
  /// Where in the output the keys stand that were written.
  private var keys: [Range<Int>] = []
  /// The same keys as they are in UTF-8, once a name may be one of them.
  private var names: Set<[UInt8]> = []

  init(
    _ members: RecordMembers, of line: UnsafeBufferPointer<UInt8>, _ mapping: RecordMapping
  ) {
    self.members = members
    self.line = line
    self.mapping = mapping
  }

  /// Writes all of them, and nothing where there are none.
  mutating func write(to output: inout [UInt8]) {
    for (member, place) in members.attributes {
      let field = mapping.fields[place]
      begin(to: &output) { $0.append(contentsOf: field.attribute) }
      writeValue(member.value, isNumber: field.isNumber, to: &output)
    }
    if let details = members.details { write(details: details, to: &output) }
    // Only a name that the catalog does not have can be one that stands there already.
    if !members.others.isEmpty { names = written(output) }
    for member in members.others { write(other: member, to: &output) }
    if !keys.isEmpty { output.append("]") }
  }

  private mutating func begin(to output: inout [UInt8], _ writeKey: (inout [UInt8]) -> Void) {
    output.append(keys.isEmpty ? #","attributes":[{"key":""# : #",{"key":""#)
    let start = output.count
    writeKey(&output)
    keys.append(start..<output.count)
    output.append(#"","value":"#)
  }

  /// Writes a value, and ends its attribute.
  private func writeValue(_ range: Range<Int>, isNumber: Bool, to output: inout [UInt8]) {
    if isNumber, let name = specialNumber(range) {
      output.append(#"{"doubleValue":""#)
      output.append(contentsOf: name)
      output.append(#""}}"#)
      return
    }
    var value = AnyValue(line, at: range.lowerBound)
    value.write(to: &output)
    output.append("}")
  }

  /// What stands in a record for a number that JSON does not have.
  private func specialNumber(_ range: Range<Int>) -> [UInt8]? {
    guard line[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let content = (range.lowerBound + 1)..<(range.upperBound - 1)
    return NumberValue.specialNames.first { ByteSearch.equal(line, content, $0) }
  }

  private mutating func write(details: RecordScanner.Member, to output: inout [UInt8]) {
    let name = line[details.name]
    var value = AnyValue(line, at: details.value.lowerBound)
    guard details.kind == .object, value.skip(UInt8(ascii: "{")), !value.skip(UInt8(ascii: "}"))
    else {
      begin(to: &output) { $0.append(contentsOf: name) }
      return writeValue(details.value, isNumber: false, to: &output)
    }
    repeat {
      let key = value.takeText()
      _ = value.skip(UInt8(ascii: ":"))
      begin(to: &output) { [line] output in
        output.append(contentsOf: name)
        output.append(".")
        output.append(text: line, key)
      }
      let start = value.position
      value.writeDetail(isNumber: isNumber(key, at: start), to: &output)
      if ByteSearch.equal(line, key, Self.exception) {
        write(exception: start..<value.position, to: &output)
      }
    } while value.skip(UInt8(ascii: ","))
  }

  private func isNumber(_ detail: Range<Int>, at start: Int) -> Bool {
    // The longest of the special names has nine letters: few values ask for more than a look.
    guard line[start] == UInt8(ascii: "\""), let event = members.event,
      NumberValue.specialNames.contains(where: { startsSpecial($0, at: start + 1) })
    else { return false }
    return mapping.isNumber(detail: Array(line[detail]), of: Array(line[event.content]))
  }

  private func startsSpecial(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    return end < line.count && line[end] == UInt8(ascii: "\"")
      && ByteSearch.equal(line, start..<end, name)
  }

  private static let exception = Array("exception".utf8)

  private mutating func write(exception range: Range<Int>, to output: inout [UInt8]) {
    guard let value = try? JSONReader.read(line[range], limit: .max),
      let exception = ExceptionText(value)
    else { return }
    let parts: [(StaticString, String?)] = [
      ("exception.type", exception.type), ("exception.message", exception.message),
      ("exception.stacktrace", exception.stackTrace),
    ]
    for case (let key, let text?) in parts {
      begin(to: &output) { $0.append(key) }
      output.append(#"{"stringValue":"#)
      DocumentText.append(text, to: &output)
      output.append("}}")
    }
  }

  private mutating func write(other member: RecordScanner.Member, to output: inout [UInt8]) {
    var name = Array(JSONEscapes.decoded(line, member.name).utf8)
    while !names.insert(name).inserted { name.append(UInt8(ascii: "_")) }
    var quoted: [UInt8] = []
    DocumentText.append(String(decoding: name, as: UTF8.self), to: &quoted)
    begin(to: &output) { $0.append(contentsOf: quoted.dropFirst().dropLast()) }
    writeValue(member.value, isNumber: false, to: &output)
  }

  private func written(_ output: [UInt8]) -> Set<[UInt8]> {
    output.withUnsafeBufferPointer { output in
      Set(keys.map { Array(JSONEscapes.decoded(output, $0).utf8) })
    }
  }
}

extension AnyValue {
  /// Writes the value that begins here and ends its attribute; a text that names a special number is
  /// one where the catalog says so.
  mutating func writeDetail(isNumber: Bool, to output: inout [UInt8]) {
    if isNumber {
      let content = takeText()
      output.append(#"{"doubleValue":""#)
      output.append(text, content)
      output.append(#""}}"#)
    } else {
      write(to: &output)
      output.append("}")
    }
  }
}
