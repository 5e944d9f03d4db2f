internal import CodebookRuntime

/// What becomes of the fields of a catalog's records.
struct RecordMapping {
  /// A field.
  struct Field {
    let name: [UInt8]
    let role: CatalogDescription.Role?
    /// The key of the attribute that it becomes, where it becomes one.
    let attribute: [UInt8]
    let isNumber: Bool
  }

  /// In the order in which records have them.
  let fields: [Field]
  private let levels: [(name: [UInt8], severity: Int)]
  /// By event, the details that are numbers.
  private let numbers: [[UInt8]: Set<[UInt8]>]

  init(_ catalog: CatalogDescription) {
    fields = catalog.fields.map { field in
      Field(
        name: Array(field.name.utf8), role: field.role,
        attribute: Array(Self.attribute(of: field).utf8), isNumber: field.type == .number)
    }
    levels = catalog.levels.map { (Array($0.name.utf8), $0.severity) }
    let numbers = catalog.events.map { event in
      let names = event.details.filter { $0.type == .number }.map { Array($0.name.utf8) }
      return (Array(event.name.utf8), Set(names))
    }
    self.numbers = Dictionary(numbers, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the field with a name, which is probably there where it is looked for first.
  @inline(__always)
  func place(of name: Range<Int>, in line: UnsafeBufferPointer<UInt8>, near guess: Int) -> Int? {
    for place in guess..<max(guess, fields.count)
    where ByteSearch.equal(line, name, fields[place].name) { return place }
    for place in 0..<min(guess, fields.count)
    where ByteSearch.equal(line, name, fields[place].name) { return place }
    return nil
  }

  /// The severity number of a level; `nil` where the catalog has no such level.
  func severity(_ line: UnsafeBufferPointer<UInt8>, _ level: Range<Int>) -> Int? {
    levels.first { ByteSearch.equal(line, level, $0.name) }?.severity
  }

  /// Whether the catalog says that a detail of an event is a number.
  func isNumber(detail: [UInt8], of event: [UInt8]) -> Bool {
    numbers[event]?.contains(detail) ?? false
  }

  /// The semantic conventions' name, where they have one; else the field's own.
  private static func attribute(of field: CatalogDescription.Field) -> String {
    switch field.role {
    case .errorCode: "error.type"
    case .session: "session.id"
    default: field.name
    }
  }
}
