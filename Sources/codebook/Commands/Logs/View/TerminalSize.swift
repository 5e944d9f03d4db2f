#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How large the terminal is that standard output leads to.
struct TerminalSize {
  let columns: Int
  let rows: Int

  /// What the environment says in `COLUMNS` and `LINES`, else the terminal itself, else 80 by 24.
  static var current: TerminalSize {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    func number(_ variable: String, _ own: UInt16, _ fallback: Int) -> Int {
      if let given = Console.environment(variable).flatMap(Int.init), given > 0 { return given }
      return isKnown && own > 0 ? Int(own) : fallback
    }
    return TerminalSize(
      columns: number("COLUMNS", size.ws_col, 80), rows: number("LINES", size.ws_row, 24))
  }
}
