import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite struct ReadFileTests {
  let temporary = TemporaryFolder()

  @Test(arguments: [0, 1, 4095, 4096, 4097, 200_000])
  func readsUpToTheLimit(size: Int) throws {
    let place = "\(temporary.path)/file"
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileCreator.create(place, bytes)
    #expect(try FileReader.read(place, limit: size) == .bytes(bytes))
    #expect(try FileReader.read(place, limit: size + 1) == .bytes(bytes))
    if size > 0 { #expect(try FileReader.read(place, limit: size - 1) == .tooLarge(size: size)) }
  }

  @Test func readsThroughALink() throws {
    try temporary.put("text", at: "file")
    try temporary.link("link", to: "file")
    #expect(
      try FileReader.read("\(temporary.path)/link", limit: 10) == .bytes(Array("text".utf8)))
  }

  @Test func refusesWhatIsNoFile() throws {
    let pipe = "\(temporary.path)/pipe"
    try #require(mkfifo(pipe, 0o644) == 0)
    let cases = [
      (temporary.path, "it is a folder"), (pipe, "it is a device or pipe"),
      ("/dev/zero", "it is a device or pipe"), ("\(temporary.path)/none", "No such file"),
      ("\(pipe)/x", "Not a directory"),
    ]
    for (path, words) in cases {
      let message = failure { _ = try FileReader.read(path, limit: 10) }
      #expect(message?.contains("cannot read \(path)") == true)
      #expect(message?.contains(words) == true)
    }
  }

  @Test func saysWhereThereIsNothing() throws {
    let error = #expect(throws: FileError.self) {
      try FileReader.read("\(temporary.path)/none", limit: 10)
    }
    #expect(error?.isMissing == true)
  }

  @Test func neverOverwritesWhenItCreates() throws {
    try temporary.put("mine", at: "file")
    try temporary.link("link", to: "nowhere")
    for name in ["file", "link"] {
      #expect(failure { try FileCreator.create("\(temporary.path)/\(name)", [1]) } != nil)
    }
    #expect(try temporary.tree("") == ["file": "mine", "link": "other"])
  }

  @Test func standardInputIsReadToItsEndOrTheLimit() async {
    await #expect(processExitsWith: .success) {
      let pipe = Pipe()
      dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO)
      let text = [UInt8](repeating: 7, count: 30_000)
      try pipe.fileHandleForWriting.write(contentsOf: text)
      try pipe.fileHandleForWriting.close()
      #expect(try FileReader.readStandardInput(limit: 30_000) == .bytes(text))
    }
    await #expect(processExitsWith: .success) {
      let zeros = open("/dev/zero", O_RDONLY)
      dup2(zeros, STDIN_FILENO)
      guard case .tooLarge(let size) = try FileReader.readStandardInput(limit: 1000) else {
        Issue.record("endless input was read whole")
        return
      }
      #expect(size < 1 << 20)
    }
  }
}
