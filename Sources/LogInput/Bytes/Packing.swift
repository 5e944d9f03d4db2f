/// How a file is packed, as its first bytes tell: names of files tell too little.
enum Packing {
  case none, gzip, zstd
  /// What is known and not read here.
  case other(PackingTool)

  /// What bytes at the beginning of a file say; `nil` where it takes more of them.
  init?(_ beginning: some Collection<UInt8>, isWhole: Bool) {
    let matches = Self.magics.filter { $0.fits(beginning) }
    if let magic = matches.first(where: { beginning.count >= $0.bytes.count }) {
      self = magic.packing
    } else if matches.isEmpty || isWhole {
      self = .none
    } else {
      return nil
    }
  }

  fileprivate struct Magic {
    let packing: Packing
    let bytes: [ClosedRange<UInt8>]

    func fits(_ beginning: some Collection<UInt8>) -> Bool {
      zip(bytes, beginning).allSatisfy { $0.contains($1) }
    }
  }

  /// More bytes than so many tell no more.
  static let mostMagicBytes = magics.map(\.bytes.count).max() ?? 0

  private static let magics = [
    Magic(packing: .gzip, bytes: [0x1F...0x1F, 0x8B...0x8B]),
    Magic(packing: .zstd, bytes: [0x28...0x28, 0xB5...0xB5, 0x2F...0x2F, 0xFD...0xFD]),
    // A skippable frame of zstd; others follow.
    Magic(packing: .zstd, bytes: [0x50...0x5F, 0x2A...0x2A, 0x4D...0x4D, 0x18...0x18]),
    Magic(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    // Behind the block's size stands the first block's magic, so that no text looks like it.
    Magic(
      packing: .other(.bzip2),
      bytes: [0x42...0x42, 0x5A...0x5A, 0x68...0x68, 0x31...0x39, 0x31...0x31, 0x41...0x41]),
    Magic(.zip, [0x50, 0x4B, 0x03, 0x04]),
    Magic(.lz4, [0x04, 0x22, 0x4D, 0x18]),
  ]
}

extension Packing.Magic {
  fileprivate init(_ tool: PackingTool, _ bytes: [UInt8]) {
    self.init(packing: .other(tool), bytes: bytes.map { $0...$0 })
  }
}

/// What packs files in a form that is not read here.
enum PackingTool: String {
  case xz, bzip2, zip, lz4

  /// What unpacks a file to standard output.
  var command: String { self == .zip ? "unzip -p" : "\(rawValue) -dc" }
}
