internal import Foundation

/// A file system of its own that holds so many bytes, files and folders and no more. Mounting one
/// takes root and Linux; where that cannot be had, tests that need it are skipped, and say so.
package struct SmallDisk: ~Copyable {
  package let path: String

  package static let canBeMounted: Bool = {
    #if os(Linux)
      guard geteuid() == 0 else { return false }
      let folder = TemporaryFolder()
      return (try? SmallDisk(at: folder.path, options: "size=64k")) != nil
    #else
      return false
    #endif
  }()

  /// Mounts one over a folder, with options of `tmpfs`.
  package init(at path: String, options: String) throws {
    try run("mount", "-t", "tmpfs", "-o", options, "codebook-test", path)
    self.path = path
  }

  deinit {
    do {
      // Lazily: files may still be open.
      try run("umount", "-l", path)
    } catch {
      print("\(path) stays mounted: \(error)")
    }
  }

  /// Changes how much it holds.
  package func limit(_ options: String) throws {
    try run("mount", "-o", "remount,\(options)", path)
  }
}

private func run(_ command: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw POSIXError(.EPERM) }
}
