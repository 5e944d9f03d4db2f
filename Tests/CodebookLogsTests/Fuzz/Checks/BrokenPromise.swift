/// What must hold whatever the bytes, and does not.
struct BrokenPromise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  static func unless(
    _ holds: Bool, _ description: @autoclosure () -> String
  ) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(description()) }
  }
}
