import Testing

@testable import DiagnosticsBundle

@Suite struct DownloadsFolderTests {
  private func path(
    _ file: String?, at configuration: String? = nil, folders: Set<String>,
    home: String? = "/home/u"
  ) -> String? {
    DownloadsFolder(
      home: home, configuration: configuration,
      read: { path in
        path == "\(configuration ?? "/home/u/.config")/user-dirs.dirs" ? file : nil
      },
      isFolder: { folders.contains($0) }
    ).path
  }

  #if os(Linux)
    @Test(arguments: [
      (#"XDG_DOWNLOAD_DIR="$HOME/Stuff""#, "/home/u/Stuff"),
      ("# comment\nXDG_MUSIC_DIR=\"$HOME/M\"\n  XDG_DOWNLOAD_DIR=\"/data/x y\" \n", "/data/x y"),
      (#"XDG_DOWNLOAD_DIR="$HOME/a\"b""#, "/home/u/a\"b"),
      ("XDG_DOWNLOAD_DIR=\"/one\"\nXDG_DOWNLOAD_DIR=\"$HOME/Stuff\"", "/home/u/Stuff"),
      (#"XDG_DOWNLOAD_DIR="relative""#, "/home/u/Downloads"),
      (#"XDG_DOWNLOAD_DIR="$HOMER/x""#, "/home/u/Downloads"),
      (#"#XDG_DOWNLOAD_DIR="/one""#, "/home/u/Downloads"),
      (#"XDG_DOWNLOAD_DIR="/not/there""#, "/home/u/Downloads"),
      (#"XDG_DOWNLOAD_DIR="/one"#, "/home/u/Downloads"),
    ])
    func theDesktopsFolderIsTaken(_ file: String, _ expected: String) {
      let folders: Set = [
        "/home/u/Stuff", "/data/x y", "/home/u/a\"b", "/one", "/home/u/Downloads", "/home/u/x",
      ]
      #expect(path(file, folders: folders) == expected)
      #expect(path(file, at: "/etc/xdg", folders: folders) == expected)
    }
  #endif

  @Test func elseItIsDownloadsOrTheHome() {
    #expect(path(nil, folders: ["/home/u/Downloads"]) == "/home/u/Downloads")
    #expect(path(nil, folders: []) == "/home/u")
    #expect(path(nil, folders: [], home: nil) == nil)
  }

  @Test(arguments: [
    (
      "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\n",
      "Debian GNU/Linux 13 (trixie)"
    ),
    ("PRETTY_NAME='Arch Linux'", "Arch Linux"), ("PRETTY_NAME=Alpine\n", "Alpine"),
    (#"PRETTY_NAME="a \"b\" \$c""#, #"a "b" $c"#), ("NAME=x", nil), ("PRETTY_NAME=\"\"", nil),
  ])
  func aDistributionSaysWhatItIs(_ text: String, _ expected: String?) {
    #expect(OSRelease.prettyName(in: text) == expected)
  }

  @Test func noPlatformNamesTheMachine() {
    let host = SmallFile.text(at: "/proc/sys/kernel/hostname") ?? "no such host"
    let text = String(decoding: DocumentWriter.json(PlatformMetadata.current.value), as: UTF8.self)
    #expect(!text.contains(host.split(separator: "\n").first ?? "?"))
  }
}
