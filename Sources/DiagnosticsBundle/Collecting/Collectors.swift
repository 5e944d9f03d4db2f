#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Gives what this process knows.
public struct ValueCollector: BundleCollector {
  /// Who gives the part.
  public let name: String
  private let value: @Sendable () async throws -> BundlePart

  /// Gives what a closure returns.
  public init(_ name: String, _ value: @escaping @Sendable () async throws -> BundlePart) {
    self.name = name
    self.value = value
  }

  /// What the closure returns.
  public func collect() async throws -> BundlePart { try await value() }
}

/// Asks another process, over a control channel.
public struct RequestCollector: BundleCollector {
  /// Who gives the part.
  public let name: String
  private let request: @Sendable () async throws -> [UInt8]

  /// Reads the part in the bytes that a closure returns.
  public init(_ name: String, _ request: @escaping @Sendable () async throws -> [UInt8]) {
    self.name = name
    self.request = request
  }

  /// The part that is in the answer.
  public func collect() async throws -> BundlePart {
    let answer = try await request()
    return try BundlePart(json: answer)
  }
}

/// Reads the part that another process has written into a file.
public struct PartFileCollector: BundleCollector {
  /// Who gives the part.
  public let name: String
  private let path: String

  /// Reads a file of at most 1 MiB.
  public init(_ name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The part that is in the file.
  public func collect() async throws -> BundlePart {
    try BundlePart(json: bytes())
  }

  private func bytes() throws(CollectorFailure) -> [UInt8] {
    let bytes: [UInt8]?
    let kind: FileStatus.Kind
    do throws(SystemError) {
      (bytes, kind) = try contents()
    } catch {
      throw error.code == ENOENT || error.code == ENOTDIR
        ? CollectorFailure(.notFound) : CollectorFailure(.unreadable, detail: error.text)
    }
    guard let bytes else { throw CollectorFailure(.notAFile, detail: kind.name) }
    return bytes
  }

  /// The file's bytes, where it is a file.
  private func contents() throws(SystemError) -> (bytes: [UInt8]?, kind: FileStatus.Kind) {
    let found = try FileStatus(at: path).kind
    guard found == .file else { return (nil, found) }
    let file = try OpenFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    let kind = try file.status().kind
    guard kind == .file else { return (nil, kind) }
    return (try SmallFile.bytes(of: file, maximum: BundlePart.maximumBytes), kind)
  }
}
