/// Opens logs, whatever they are packed with.
enum OpenedLog {
  /// The bytes of what stands at a path, unpacked; `-` is standard input.
  static func stream(
    _ path: String, interrupt: ReadInterrupt?
  ) throws(LogInputError) -> any ByteStream {
    let name = path == "-" ? "standard input" : path
    return try stream(DescriptorStream(path, interrupt: interrupt), name)
  }

  /// Unpacks bytes as the first of them say.
  static func stream(
    _ bytes: any ByteStream, _ name: String
  ) throws(LogInputError) -> any ByteStream {
    let input = PackedInput(bytes, name)
    while true {
      switch Packing(input.beginning, isWhole: input.isAtEnd) {
      case .gzip: return try GzipStream(input)
      case .zstd: return try ZstdStream(input)
      case .other(let tool): throw .packed(name, tool)
      case Packing.none?: return PlainStream(input)
      // Six bytes at most: a line of a log begins with none of them.
      case nil: try input.fill()
      }
    }
  }
}

/// Bytes that are not packed.
private final class PlainStream: ByteStream {
  private let input: PackedInput

  init(_ input: PackedInput) {
    self.input = input
  }

  var position: Int { input.position }
  var size: Int? { input.size }

  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    input.beginning.isEmpty ? try input.stream.read(into: room) : input.take(into: room)
  }
}
