/// Lines that wait to be written to a file together.
struct FileBuffer {
  var file: LogFile
  var timer: FlushTimer
  private let storage = Storage()
  private var count = 0
  /// Whether the process is ending: then nobody comes who writes what is held back.
  private var isEnding = false

  private final class Storage {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 48 * 1024, alignment: 16)

    deinit { bytes.deallocate() }
  }

  init(_ file: LogFile, milliseconds: Int) {
    self.file = file
    timer = FlushTimer(milliseconds: milliseconds)
  }

  var isEmpty: Bool { count == 0 }

  /// Whether something is held back that no thread would write.
  var needsThread: Bool { !isEmpty && !timer.isRunning && !timer.isStopped }

  @inline(__always)
  mutating func append(_ line: UnsafeRawBufferPointer) {
    let bytes = storage.bytes
    if line.count > bytes.count - count { flush() }
    guard line.count <= bytes.count, !file.isClosed else { return file.append(line) }
    UnsafeMutableRawBufferPointer(rebasing: bytes[count...]).copyMemory(from: line)
    count += line.count
    if isEnding { return flush() }
    timer.wakeIfAsleep()
  }

  /// Writes what is held back, and holds nothing back from now on.
  mutating func end() {
    flush()
    isEnding = true
  }

  mutating func flush() {
    guard count > 0 else { return }
    file.append(UnsafeRawBufferPointer(rebasing: storage.bytes[..<count]))
    count = 0
  }
}
