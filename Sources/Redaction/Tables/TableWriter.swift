/// Puts sections into words.
struct TableWriter {
  private var words: [UInt64]

  init() {
    words = [TableLayout.version]
    words += [UInt64](repeating: 0, count: TableLayout.headWords - 1)
  }

  /// Writes the elements of a section, which are plain numbers or structures of such.
  mutating func write<Element: BitwiseCopyable>(
    _ elements: [Element], to section: TableLayout.Section
  ) {
    words[section.word] = UInt64(words.count) << 32 | UInt64(elements.count)
    let size = MemoryLayout<Element>.stride * elements.count
    var room = [UInt64](repeating: 0, count: (size + 7) / 8)
    elements.withUnsafeBytes { source in
      room.withUnsafeMutableBytes { $0.copyMemory(from: source) }
    }
    words += room
  }

  func packed() -> [UInt64] { words }
}
