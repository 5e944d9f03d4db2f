internal import CLibZip

/// Lets libzip pull one member's bytes.
///
/// libzip owns it from the moment it is handed over, and says when it needs it no longer.
final class MemberSource {
  private let member: ArchiveMember
  private let progress: WriteProgress
  private var reader: ArchiveMember.Reader?
  private var count = 0
  private var error = zip_error_t()

  init(_ member: ArchiveMember, _ progress: WriteProgress) {
    self.member = member
    self.progress = progress
  }

  /// What libzip calls.
  static let callback: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let source = Unmanaged<MemberSource>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      source.release()
      return 0
    }
    return source.takeUnretainedValue().run(command, data, Int(length))
  }

  private func run(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN: return open()
    case ZIP_SOURCE_READ:
      return read(into: UnsafeMutableRawBufferPointer(start: data, count: length))
    case ZIP_SOURCE_CLOSE:
      reader = nil
      return 0
    case ZIP_SOURCE_STAT: return describe(data)
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&error, data ?? .init(&error), zip_uint64_t(length))
    case ZIP_SOURCE_SUPPORTS: return SourceCommands.bits(of: SourceCommands.readable)
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  private func open() -> zip_int64_t {
    count = 0
    return attempt { () throws(ArchiveError) in
      reader = try member.open()
      return 0
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    attempt { () throws(ArchiveError) in
      guard let reader else { return 0 }
      let read = try reader(buffer)
      count += read
      let expected = member.compressed?.bytes ?? member.bytes
      guard read > 0 ? count <= expected : count == expected else {
        throw ArchiveError(.changed, "\(member.path) has changed while it was written")
      }
      try progress.advance(by: member.compressed == nil ? read : 0)
      return read
    }
  }

  /// Keeps what went wrong, since libzip has no word for it.
  private func attempt(_ body: () throws(ArchiveError) -> Int) -> zip_int64_t {
    do throws(ArchiveError) {
      return zip_int64_t(try body())
    } catch {
      progress.failure = progress.failure ?? error
      zip_error_set(&self.error, ZIP_ER_CANCELLED, 0)
      return -1
    }
  }

  /// Tells the size: without it libzip would reserve an extra field for a greater one.
  private func describe(_ data: UnsafeMutableRawPointer?) -> zip_int64_t {
    guard let stat = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
    zip_stat_init(stat)
    stat.pointee.size = zip_uint64_t(member.bytes)
    stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    if let compressed = member.compressed { describe(compressed, &stat.pointee) }
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  /// Tells all that libzip would find out by compressing; it then takes the bytes as they are.
  private func describe(_ compressed: ArchiveMember.Compressed, _ stat: inout zip_stat_t) {
    stat.comp_method = zip_uint16_t(ZIP_CM_DEFLATE)
    stat.comp_size = zip_uint64_t(compressed.bytes)
    stat.crc = compressed.checksum
    stat.valid |= zip_uint64_t(ZIP_STAT_COMP_METHOD | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC)
  }
}

/// The commands that a source says it knows, as libzip wants them: a bit each.
enum SourceCommands {
  static let readable = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
  ]
  static let writable =
    readable + [
      ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
      ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
      ZIP_SOURCE_REMOVE,
    ]

  static func bits(of commands: [zip_source_cmd_t]) -> zip_int64_t {
    commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
  }
}

/// What was written so far, and what went wrong.
final class WriteProgress {
  /// What went wrong first, in words that libzip does not have.
  var failure: ArchiveError?

  private let report: (_ bytes: Int) -> Bool
  private var bytes = 0

  /// - Parameter report: Takes the number of bytes that were read of all members so far, and says
  ///   whether to go on.
  init(_ report: @escaping (_ bytes: Int) -> Bool) {
    self.report = report
  }

  func advance(by count: Int) throws(ArchiveError) {
    bytes += count
    guard report(bytes) else { throw ArchiveError(.cancelled, "it was cancelled") }
  }
}
