/// Where a user finds what was downloaded, and so a bundle.
struct DownloadsFolder {
  let home: String?
  /// Where settings are, if not in `~/.config`.
  let configuration: String?
  let read: (String) -> String?
  let isFolder: (String) -> Bool

  /// The folder of this user.
  static func path() -> String? {
    DownloadsFolder(
      home: Environment.home, configuration: Environment.value("XDG_CONFIG_HOME"),
      read: { SmallFile.text(at: $0) },
      isFolder: { (try? FileStatus(behind: $0))?.kind == .folder }
    ).path
  }

  /// On Linux the folder of XDG, and elsewhere `~/Downloads`; the home where it is not there.
  var path: String? {
    #if os(Linux)
      if let folder = named, isFolder(folder) { return folder }
    #endif
    guard let home else { return nil }
    let usual = "\(home)/Downloads"
    return isFolder(usual) ? usual : home
  }

  /// What `user-dirs.dirs` says: `XDG_DOWNLOAD_DIR="$HOME/…"`, or a path from the root on.
  var named: String? {
    let folder =
      configuration.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home.map { "\($0)/.config" }
    guard let folder, let text = read("\(folder)/user-dirs.dirs") else { return nil }
    return text.split(separator: "\n").compactMap { value(ofLine: $0) }.last
  }

  private func value(ofLine line: Substring) -> String? {
    let line = line.drop { $0 == " " || $0 == "\t" }
    guard line.hasPrefix(Self.key), line.dropFirst(Self.key.count).first == "\"" else { return nil }
    var value = ""
    var isEscaped = false
    for character in line.dropFirst(Self.key.count + 1) {
      if isEscaped {
        value.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return absolute(value)
      } else {
        value.append(character)
      }
    }
    return nil
  }

  private func absolute(_ value: String) -> String? {
    if value.hasPrefix("/") { return value }
    guard value == "$HOME" || value.hasPrefix("$HOME/"), let home else { return nil }
    return home + value.dropFirst("$HOME".count)
  }

  private static let key = "XDG_DOWNLOAD_DIR="
}
