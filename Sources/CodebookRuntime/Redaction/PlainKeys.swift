#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Keys that a logger has met, and of which no rule knows anything: a program has few, and writes
/// them again and again.
///
/// Each has one place, where another may take its turn, so that keys made of data fill no memory.
struct PlainKeys: Sendable {
  private static let places = 256
  private static let placeSize = 64
  /// Of longer ones none is kept.
  private static let maximumLength = placeSize - 1

  /// For each place the length of its key, 0 for none, and the key. Empty until one is kept.
  private var memory: [UInt8] = []

  func contains(_ key: UTF8Text) -> Bool {
    guard let base = key.baseAddress, !memory.isEmpty, Self.canKeep(key) else { return false }
    return memory.withUnsafeBufferPointer { memory in
      let place = Self.place(of: key)
      guard Int(memory[place]) == key.count, let start = memory.baseAddress else { return false }
      return memcmp(start + place + 1, base, key.count) == 0
    }
  }

  mutating func insert(_ key: UTF8Text) {
    guard Self.canKeep(key) else { return }
    if memory.isEmpty { memory = [UInt8](repeating: 0, count: Self.places * Self.placeSize) }
    let place = Self.place(of: key)
    memory[place] = UInt8(key.count)
    for (offset, byte) in key.enumerated() { memory[place + 1 + offset] = byte }
  }

  private static func canKeep(_ key: UTF8Text) -> Bool {
    !key.isEmpty && key.count <= maximumLength
  }

  /// FNV-1a.
  private static func place(of key: UTF8Text) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 8) % places * placeSize
  }
}
