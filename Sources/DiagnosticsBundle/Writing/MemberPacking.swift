/// Makes the members of an archive of files. Large ones, which are mostly logs, are compressed side by
/// side in temporary files: the archive would compress one behind the other.
struct MemberPacking {
  let progress: PackingProgress
  /// Where the archive goes, for messages.
  let path: String

  /// What is smaller is compressed as fast as it is copied.
  private static let smallestLargeFile = 256 << 10

  func members(of files: [DraftFile]) throws(BundleError) -> [ArchiveMember] {
    let large = files.indices.filter { files[$0].bytes >= Self.smallestLargeFile }
    var members = files.map(\.member)
    guard large.count > 1 else { return members }
    let packed = Parallel.map(large.map { members[$0] }) { [progress, path] member in
      Result { () throws(BundleError) in try Self.packed(member, progress, path) }
    }
    for (index, member) in zip(large, packed) { members[index] = try member.get() }
    return members
  }

  private static func packed(
    _ member: ArchiveMember, _ progress: PackingProgress, _ path: String
  ) throws(BundleError) -> ArchiveMember {
    let spool = try Spool()
    do throws(ArchiveError) {
      return try member.compressed(into: spool.descriptor, progress: progress.handler())
    } catch {
      throw BundleError(error, path)
    }
  }
}
