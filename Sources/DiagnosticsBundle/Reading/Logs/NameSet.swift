/// Names of a catalog, looked up by their bytes.
struct NameSet: Sendable {
  private var slots: [[UInt8]]

  init(_ names: some Collection<String>) {
    var size = 16
    while size < names.count * 4 { size *= 2 }
    slots = Array(repeating: [], count: size)
    for name in names where !name.isEmpty {
      let bytes = Array(name.utf8)
      var slot = bytes.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while !slots[slot].isEmpty, slots[slot] != bytes { slot = (slot + 1) & (size - 1) }
      slots[slot] = bytes
    }
  }

  func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var slot = Self.hash(name) & (slots.count - 1)
    while !slots[slot].isEmpty {
      if slots[slot].count == name.count, slots[slot].elementsEqual(name) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }
}
