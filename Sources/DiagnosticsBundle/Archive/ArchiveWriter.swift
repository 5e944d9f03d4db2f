internal import CLibZip
internal import CodebookRuntime

/// Writes a ZIP archive: deflate at level 6, one time and the mode 0600 for each file, no folders,
/// comments or extra fields. The same files give the same bytes.
package struct ArchiveWriter {
  /// The greatest member, and the greatest archive, that needs none of Zip64's extra fields.
  package static let maximumBytes = Int(UInt32.max) - (16 << 20)

  private let archive: OpaquePointer
  private let progress: WriteProgress

  /// Writes members in their order into a file; at any time little of them is in memory.
  ///
  /// What stands in the file before goes. It is neither synchronised nor closed.
  ///
  /// - Parameters:
  ///   - members: The files, with different paths.
  ///   - time: What all of them have as their time, in UTC.
  ///   - descriptor: A file that may be written at any place.
  ///   - progress: Takes the number of bytes that were read of all members so far, and says
  ///     whether to go on.
  /// - Throws: `ArchiveError`; the file is then to be thrown away.
  package static func write(
    _ members: [ArchiveMember], time: Timestamp, to descriptor: Int32,
    progress: @escaping (_ bytes: Int) -> Bool = { _ in true }
  ) throws(ArchiveError) {
    guard members.allSatisfy({ $0.bytes < maximumBytes }) else {
      throw ArchiveError(.failed, "a file has \(maximumBytes) bytes or more")
    }
    let writer = try ArchiveWriter(descriptor, WriteProgress(progress))
    do throws(ArchiveError) {
      for member in members { try writer.add(member, DOSTime(time)) }
    } catch {
      zip_discard(writer.archive)
      throw error
    }
    try writer.close()
  }

  private init(_ descriptor: Int32, _ progress: WriteProgress) throws(ArchiveError) {
    var error = zip_error_t()
    let target = Unmanaged.passRetained(DescriptorTarget(descriptor, progress))
    guard
      let source = zip_source_function_create(
        DescriptorTarget.callback, target.toOpaque(), &error)
    else {
      target.release()
      throw ArchiveError("make an archive", &error)
    }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw ArchiveError("make an archive", &error)
    }
    self.archive = archive
    self.progress = progress
  }

  private func add(_ member: ArchiveMember, _ time: DOSTime) throws(ArchiveError) {
    let state = Unmanaged.passRetained(MemberSource(member, progress))
    guard let source = zip_source_function(archive, MemberSource.callback, state.toOpaque()) else {
      state.release()
      throw failure("add \(member.path)")
    }
    let index = zip_file_add(archive, member.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure("add \(member.path)")
    }
    let place = zip_uint64_t(index)
    guard
      member.compressed != nil
        || zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, Self.level) == 0,
      zip_file_set_dostime(archive, place, time.time, time.date, 0) == 0,
      zip_file_set_external_attributes(
        archive, place, 0, zip_uint8_t(ZIP_OPSYS_UNIX), MemberAttributes.ownFile) == 0
    else { throw failure("add \(member.path)") }
  }

  private static let level: zip_uint32_t = 6

  /// Does the writing: until here libzip has but taken notes.
  private func close() throws(ArchiveError) {
    guard zip_close(archive) != 0 else { return }
    let error = progress.failure ?? failure("write the archive")
    zip_discard(archive)
    throw error
  }

  private func failure(_ operation: String) -> ArchiveError {
    ArchiveError(operation, zip_get_error(archive))
  }
}

/// What a member's attributes say of it, as Unix writes them.
enum MemberAttributes {
  /// A file of mode 0600.
  static let ownFile: UInt32 = 0o100600 << 16
}
