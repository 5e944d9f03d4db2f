/// Opens logs, whatever they are packed with.
enum OpenedLog {
  /// The bytes of what stands at a path; `-` is standard input.
  static func stream(
    _ path: String, interrupt: ReadInterrupt?
  ) throws(LogInputError) -> any ByteStream {
    try DescriptorStream(path, interrupt: interrupt)
  }
}
