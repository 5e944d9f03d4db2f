#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a crash handler needs, in memory of its own that is never freed: there it may not allocate,
/// lock, or touch anything that counts references.
struct CrashNotes {
  private let path: UnsafeMutablePointer<CChar>?
  private let descriptor: Int32
  private let notes: UnsafeMutablePointer<CrashNote>
  private let count: Int

  static func make(_ notes: [CrashNote], to target: CrashRecords.Target) -> UnsafePointer<Self> {
    let stored = UnsafeMutablePointer<CrashNote>.allocate(capacity: notes.count)
    stored.initialize(from: notes, count: notes.count)
    let result = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    switch target {
    case .file(let path):
      // The process may change its folder later.
      let path = (try? LogFile.absolute(path)) ?? path
      result.initialize(
        to: Self(path: strdup(path), descriptor: -1, notes: stored, count: notes.count))
    case .descriptor(let descriptor):
      result.initialize(
        to: Self(path: nil, descriptor: descriptor, notes: stored, count: notes.count))
    }
    return UnsafePointer(result)
  }

  /// Writes the record of a signal. Safe in a signal handler.
  func write(_ signal: Int32) {
    var index = 0
    while index < count, notes[index].signal != signal { index += 1 }
    guard index < count, notes[index].length > 0 else { return }
    notes[index].putTime()
    guard let path else {
      // A pipe that nobody reads must not keep the process from ending.
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&request, 1, 1000) > 0 else { return }
      _ = unsafeWrite(descriptor, notes[index].bytes, notes[index].length)
      return
    }
    // Where a pipe took the file's place, opening it must not wait for a reader.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let file = open(path, flags, 0o600)
    guard file >= 0 else { return }
    _ = unsafeWrite(file, notes[index].bytes, notes[index].length)
    close(file)
  }

  private func unsafeWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(file, bytes, count)
    #else
      Glibc.write(file, bytes, count)
    #endif
  }
}

/// The record of one signal, but for its time.
struct CrashNote {
  let signal: Int32
  let bytes: UnsafeMutablePointer<UInt8>
  let length: Int
  /// Where the time stands; negative where it stands nowhere.
  private let timeOffset: Int

  /// A record as it was written at some other time.
  ///
  /// - Parameter field: The name of the field with the time.
  init(_ signal: Int32, line: [UInt8], timeField field: String?) {
    self.signal = signal
    length = line.count
    bytes = .allocate(capacity: max(line.count, 1))
    bytes.initialize(from: line, count: line.count)
    timeOffset = field.flatMap { Self.offset(of: $0, in: line) } ?? -1
  }

  private static func offset(of field: String, in line: [UInt8]) -> Int? {
    let name = Array("\"\(field)\":\"".utf8)
    let offset = line.indices.first { line[$0...].starts(with: name) }
    return offset.flatMap {
      let value = $0 + name.count
      return value + TimestampText.length < line.count ? value : nil
    }
  }

  /// Puts the time of now into the record: `2026-01-09T18:07:23.412Z`.
  func putTime() {
    guard timeOffset >= 0 else { return }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let day = CivilDay(secondsSince1970: Int64(time.tv_sec))
    put(day.year, digits: 4, at: 0)
    put(day.month, digits: 2, at: 5)
    put(day.day, digits: 2, at: 8)
    put(day.second / 3600, digits: 2, at: 11)
    put(day.second / 60 % 60, digits: 2, at: 14)
    put(day.second % 60, digits: 2, at: 17)
    put(Int64(time.tv_nsec) / 1_000_000, digits: 3, at: 20)
  }

  private func put(_ number: Int64, digits: Int, at place: Int) {
    var rest = number
    var index = timeOffset + place + digits
    while index > timeOffset + place {
      index -= 1
      bytes[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
