internal import CLibZip

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Lets libzip write an archive into a file that somebody else has opened.
///
/// Given a path, libzip would make a temporary file of its own beside it, which stays behind where
/// the process is killed.
final class DescriptorTarget {
  private let descriptor: Int32
  private let progress: WriteProgress
  private var position: Int64 = 0
  private var error = zip_error_t()

  init(_ descriptor: Int32, _ progress: WriteProgress) {
    self.descriptor = descriptor
    self.progress = progress
  }

  /// What libzip calls.
  static let callback: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let target = Unmanaged<DescriptorTarget>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      target.release()
      return 0
    }
    return target.takeUnretainedValue().run(command, data, Int(length))
  }

  private func run(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_ROLLBACK_WRITE: return empty()
    // There is nothing to be read: what stood in the file goes.
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_COMMIT_WRITE: return 0
    case ZIP_SOURCE_WRITE: return write(UnsafeRawBufferPointer(start: data, count: length))
    case ZIP_SOURCE_SEEK_WRITE: return seek(data, length)
    case ZIP_SOURCE_TELL_WRITE: return position
    case ZIP_SOURCE_STAT: return describe(data)
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&error, data ?? .init(&error), zip_uint64_t(length))
    case ZIP_SOURCE_SUPPORTS: return SourceCommands.bits(of: SourceCommands.writable)
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  private func empty() -> zip_int64_t {
    position = 0
    return ftruncate(descriptor, 0) == 0 ? 0 : fail("empty the archive's file", code: errno)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> zip_int64_t {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = pwrite(descriptor, start, rest.count, off_t(position))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return fail("write the archive", code: count < 0 ? errno : ENOSPC) }
      position += Int64(count)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return zip_int64_t(bytes.count)
  }

  private func seek(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    guard let data, length >= MemoryLayout<zip_source_args_seek_t>.size else {
      zip_error_set(&error, ZIP_ER_INVAL, 0)
      return -1
    }
    let order = data.assumingMemoryBound(to: zip_source_args_seek_t.self).pointee
    let base: Int64
    switch order.whence {
    case SEEK_SET: base = 0
    case SEEK_CUR: base = position
    default:
      let end = lseek(descriptor, 0, SEEK_END)
      guard end >= 0 else { return fail("write the archive", code: errno) }
      base = Int64(end)
    }
    position = base + order.offset
    return 0
  }

  /// Tells that there is an empty file.
  private func describe(_ data: UnsafeMutableRawPointer?) -> zip_int64_t {
    guard let stat = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
    zip_stat_init(stat)
    stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  private func fail(_ operation: String, code: Int32) -> zip_int64_t {
    progress.failure = progress.failure ?? ArchiveError(operation, code: code)
    zip_error_set(&error, ZIP_ER_WRITE, code)
    return -1
  }
}
