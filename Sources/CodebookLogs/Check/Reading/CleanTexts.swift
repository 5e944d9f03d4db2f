internal import Redaction

/// Asks the redactor whether texts may stand in a record, and remembers those that may.
///
/// Programs say the same few things again and again. Each text has one place, where another may take
/// its turn; it is kept as a whole, so that none is ever taken for another.
struct CleanTexts {
  /// As what a text is looked at.
  enum Position: UInt8 {
    /// A value of which nothing but its key says what it is.
    case value = 1
    /// What may be a name: a key, or a value that says what another member or item is.
    case name
  }

  private static let places = 1024
  private static let placeSize = 128
  /// The key and the text of what is kept have as many bytes together.
  private static let maximumLength = placeSize - 4

  private let redactor: Redactor
  private let names: SecretNames
  /// For each place: position, length of the key, length of the text, 0; then both.
  private var memory: [UInt8]
  private var decoded: [UInt8] = []

  init(_ redactor: Redactor, _ names: SecretNames) {
    self.redactor = redactor
    self.names = names
    memory = [UInt8](repeating: 0, count: Self.places * Self.placeSize)
  }

  /// Whether the redactor finds nothing in a text, and no rule knows anything of it.
  ///
  /// - Parameter key: The key under which it stands directly; empty for none.
  mutating func isClean(_ text: LineText, as position: Position, key: FixedBytes) -> Bool {
    guard text.count + key.count <= Self.maximumLength else {
      return look(text, as: position, key)
    }
    let hash =
      NameTable.hash(text.start, text.count) &+ NameTable.hash(key.start, key.count)
      &+ UInt64(position.rawValue)
    let place = Int(truncatingIfNeeded: hash >> 20) & (Self.places - 1) * Self.placeSize
    if isKept(text, position, key, at: place) { return true }
    guard look(text, as: position, key) else { return false }
    keep(text, position, key, at: place)
    return true
  }

  private func isKept(
    _ text: LineText, _ position: Position, _ key: FixedBytes, at place: Int
  ) -> Bool {
    memory.withUnsafeBufferPointer { memory in
      guard let base = memory.baseAddress else { return false }
      let kept = base + place
      return kept[0] == position.rawValue && kept[1] == key.count && kept[2] == text.count
        && key.areEqual(kept + 4)
        && FixedBytes(start: text.start, count: text.count).areEqual(kept + 4 + key.count)
    }
  }

  private mutating func keep(
    _ text: LineText, _ position: Position, _ key: FixedBytes, at place: Int
  ) {
    memory[place] = position.rawValue
    memory[place + 1] = UInt8(key.count)
    memory[place + 2] = UInt8(text.count)
    for index in 0..<key.count { memory[place + 4 + index] = key.start[index] }
    for index in 0..<text.count { memory[place + 4 + key.count + index] = text.start[index] }
  }

  private mutating func look(_ text: LineText, as position: Position, _ key: FixedBytes) -> Bool {
    guard text.hasEscapes else {
      return look(UnsafeBufferPointer(start: text.start, count: text.count), position, key)
    }
    decoded.removeAll(keepingCapacity: true)
    text.decode(to: &decoded)
    return decoded.withUnsafeBufferPointer { look($0, position, key) }
  }

  private func look(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Position, _ key: FixedBytes
  ) -> Bool {
    let key = UnsafeBufferPointer(start: key.start, count: key.count)
    var finds = RedactionFinds()
    guard redactor.redacted(text, key: key.isEmpty ? nil : key, finds: &finds) == nil,
      !SecretTexts(redactor: redactor).hasHiding(text)
    else { return false }
    return position == .value || names.isPlain(text)
  }
}
