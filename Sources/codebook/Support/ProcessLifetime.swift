/// What lives until the process ends.
enum ProcessLifetime {
  private final class Box<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Keeps a value that is as large as a catalog: to give back its memory item by item takes a tenth
  /// of a command's time, and the process ends right after.
  static func keep<Value>(_ value: Value) {
    _ = Unmanaged.passRetained(Box(value))
  }
}
