/// Why a line is no JSON in UTF-8, and where.
struct LineFault {
  let rule: String
  let message: String
  let range: Range<Int>
  let fix: String?

  init(_ rule: String, _ message: String, at range: Range<Int>, fix: String? = nil) {
    self.rule = rule
    self.message = message
    self.range = range
    self.fix = fix
  }

  static func json(_ message: String, at range: Range<Int>, fix: String? = nil) -> LineFault {
    LineFault("log-json", message, at: range, fix: fix)
  }

  static func utf8(at range: Range<Int>) -> LineFault {
    LineFault("log-utf8", "bytes that are not UTF-8 stand in the line", at: range)
  }

  static func nul(at range: Range<Int>) -> LineFault {
    LineFault(
      "log-nul", "NUL bytes stand in the line", at: range,
      fix: "look for a disk that was full, or a process that was killed while it wrote")
  }
}
