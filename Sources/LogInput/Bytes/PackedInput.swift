/// What is read of a file and not unpacked yet.
final class PackedInput {
  let stream: any ByteStream
  private let name: String
  private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var used = 0..<0
  private(set) var isAtEnd = false

  init(_ stream: any ByteStream, _ name: String) {
    self.stream = stream
    self.name = name
  }

  deinit { memory.deallocate() }

  /// How many bytes were taken from the file; bytes that are read ahead are not.
  var position: Int { stream.position - used.count }
  var size: Int? { stream.size }

  /// What is here; valid until more is read.
  var beginning: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[used])
  }

  /// Reads more behind what is here.
  func fill() throws(LogInputError) {
    if used.isEmpty { used = 0..<0 }
    let room = UnsafeMutableRawBufferPointer(rebasing: memory[used.upperBound...])
    let count = try stream.read(into: room)
    isAtEnd = count == 0
    used = used.lowerBound..<(used.upperBound + count)
  }

  /// Leaves bytes at the beginning behind.
  func drop(_ count: Int) { used = (used.lowerBound + count)..<used.upperBound }

  /// Gives bytes away as they are.
  func take(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, used.count)
    room.copyMemory(from: UnsafeRawBufferPointer(rebasing: beginning.prefix(count)))
    drop(count)
    return count
  }

  /// The file ends where it must not.
  var cutOff: LogInputError {
    LogInputError(
      "cannot read \(name) to its end: it is cut off behind byte \(position)",
      fix: "copy the file again; what stands before that was read")
  }

  /// The file is damaged.
  func damage(_ reason: String) -> LogInputError {
    LogInputError(
      "cannot read \(name) to its end: it is damaged at byte \(position) (\(reason))",
      fix: "copy the file again; what stands before that was read")
  }

  /// The file is sound, but something else has to unpack it.
  func unpackable(_ reason: String, with command: String) -> LogInputError {
    LogInputError(
      "cannot read \(name): \(reason)",
      fix: "unpack it before: \(command) \(name) | codebook logs check -")
  }

  /// Something else stands behind what is packed.
  func surplus(_ format: String) -> LogInputError {
    LogInputError(
      "\(name) has bytes that are no \(format) data behind byte \(position)",
      fix: "look at what was appended to it; what stands before that was read")
  }
}
