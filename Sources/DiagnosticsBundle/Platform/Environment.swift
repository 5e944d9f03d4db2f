#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What the environment says of folders.
enum Environment {
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Where temporary files go.
  static var temporaryFolder: String {
    guard let folder = value("TMPDIR"), folder.hasPrefix("/") else { return "/tmp" }
    return folder
  }

  /// The user's home.
  static var home: String? {
    if let home = value("HOME"), home.hasPrefix("/") { return home }
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
    return String(cString: home)
  }
}
