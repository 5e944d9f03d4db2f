/// Bytes that come one piece after the other.
protocol ByteStream: AnyObject {
  /// Reads what is there, and waits until that is one byte at least.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int

  /// How many bytes were taken from the file, packed as they are there.
  var position: Int { get }

  /// The file's size when it was opened, packed as it is; `nil` for what has none, such as a pipe.
  var size: Int? { get }
}
