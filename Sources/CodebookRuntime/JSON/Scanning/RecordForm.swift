/// What a catalog's records must be, for lines that were written elsewhere.
package struct RecordForm: Sendable {
  /// The most bytes that a record has with its line feed.
  package static let maximumLineLength = RecordLimits.maximumLineLength

  private struct Required: Sendable {
    let field: CatalogDescription.Field
    let name: [UInt8]
  }

  private let required: [Required]
  private let timestamp: [UInt8]?
  private let errorCode: [UInt8]?
  private let service: [UInt8]?

  /// What records of a catalog must be.
  package init(_ catalog: CatalogDescription) {
    required = catalog.fields.filter(\.isRequired)
      .map { Required(field: $0, name: Array($0.name.utf8)) }
    func name(_ role: CatalogDescription.Role) -> [UInt8]? {
      catalog.fields.first { $0.role == role }.map { Array($0.name.utf8) }
    }
    timestamp = name(.timestamp)
    errorCode = name(.errorCode)
    service = name(.service)
  }

  /// Whether a line without its line feed is a record: a JSON object in UTF-8 with every field that
  /// the catalog requires, each of its type, no name twice, and not too long.
  ///
  /// - Parameter scanner: Has the line's members afterwards, where it is a record.
  package func isRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: inout RecordScanner
  ) -> Bool {
    guard line.count < Self.maximumLineLength else { return false }
    do throws(RecordScanner.Fault) { try scanner.scan(line) } catch { return false }
    var guess = 0
    for item in required {
      guard let place = place(of: item.name, near: guess, line, scanner.members),
        isValid(scanner.members[place], item.field, line)
      else { return false }
      guess = place + 1
    }
    return true
  }

  /// The time of a record, where it is exactly in the form that records have.
  package func timestamp(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: RecordScanner
  ) -> Timestamp? {
    guard let text = text(of: timestamp, near: 0, line, scanner) else { return nil }
    return Timestamp(text)
  }

  /// The error code of a record; `nil` where it has none.
  package func errorCode(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: RecordScanner
  ) -> String? {
    string(of: errorCode, line, scanner)
  }

  /// The service of a record; `nil` where it has none.
  package func service(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: RecordScanner
  ) -> String? {
    string(of: service, line, scanner)
  }
}

extension RecordForm {
  private func string(
    of name: [UInt8]?, _ line: UnsafeBufferPointer<UInt8>, _ scanner: RecordScanner
  ) -> String? {
    guard let text = text(of: name, near: 0, line, scanner) else { return nil }
    if text.contains(UInt8(ascii: "\\")) {
      return String(decoding: JSONText.decoded(text), as: UTF8.self)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A text's bytes without quotation marks, escapes as they are.
  private func text(
    of name: [UInt8]?, near guess: Int, _ line: UnsafeBufferPointer<UInt8>,
    _ scanner: RecordScanner
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let name, let place = place(of: name, near: guess, line, scanner.members),
      scanner.members[place].kind == .string
    else { return nil }
    let value = scanner.members[place].value
    return UnsafeBufferPointer(rebasing: line[value.dropFirst().dropLast()])
  }

  /// Which member has a name; members mostly stand in the catalog's order.
  @inline(__always)
  private func place(
    of name: [UInt8], near guess: Int, _ line: UnsafeBufferPointer<UInt8>,
    _ members: [RecordScanner.Member]
  ) -> Int? {
    if guess < members.count, isNamed(members[guess], name, line) { return guess }
    return members.firstIndex { isNamed($0, name, line) }
  }

  @inline(__always)
  private func isNamed(
    _ member: RecordScanner.Member, _ name: [UInt8], _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if member.nameHasEscapes {
      return JSONText.decoded(UnsafeBufferPointer(rebasing: line[member.name])) == name
    }
    guard member.name.count == name.count else { return false }
    for index in 0..<name.count where line[member.name.lowerBound &+ index] != name[index] {
      return false
    }
    return true
  }

  private func isValid(
    _ member: RecordScanner.Member, _ field: CatalogDescription.Field,
    _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch (field.type, member.kind) {
    case (.string, .string), (.boolean, .boolean), (.array, .array), (.object, .object): true
    case (.integer, .integer), (.number, .integer), (.number, .number):
      (try? JSONReader.read(line[member.value])).map { Coercion($0, to: field).isValid } ?? false
    default: false
    }
  }
}
