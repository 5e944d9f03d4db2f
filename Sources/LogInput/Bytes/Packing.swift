/// How a file is packed, as its first bytes tell: names of files tell too little.
enum Packing {
  case none, gzip, zstd

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

  private struct Magic {
    let packing: Packing
    let bytes: [ClosedRange<UInt8>]

    func fits(_ beginning: some Collection<UInt8>) -> Bool {
      zip(bytes, beginning).allSatisfy { $0.contains($1) }
    }
  }

  private static let magics = [
    Magic(packing: .gzip, bytes: [0x1F...0x1F, 0x8B...0x8B]),
    Magic(packing: .zstd, bytes: [0x28...0x28, 0xB5...0xB5, 0x2F...0x2F, 0xFD...0xFD]),
    // A skippable frame of zstd; others follow.
    Magic(packing: .zstd, bytes: [0x50...0x5F, 0x2A...0x2A, 0x4D...0x4D, 0x18...0x18]),
  ]
}
