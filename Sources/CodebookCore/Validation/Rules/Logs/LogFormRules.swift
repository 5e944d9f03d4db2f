extension RuleRegistry {
  /// Rules about what a line is.
  static let logFormRules: [Rule] = [
    logs(
      "log-empty", "There is a record in what is checked.",
      """
      A check of nothing is always green. A file without a record is mostly the wrong file, or of \
      a process that never got as far as its log.
      """,
      bad: "an empty file", good: LogExample.ready),
    logs(
      "log-plain-text", "Every line is a JSON object.",
      """
      Whatever reads the log loses such a line, or worse, takes it for the end. Most come from a \
      print, a traceback or a library that logs by itself; the runtimes' adapters take them over.
      """,
      bad: "Traceback (most recent call last):", good: LogExample.ready),
    logs(
      "log-json", "Every line is JSON as RFC 8259 has it.",
      """
      Readers differ in what they forgive, so that a line that one of them takes is lost in \
      another. What was written by hand and not by a runtime is to be found here.
      """,
      bad: LogExample.record(["details": "{\"port\":43125,}"]), good: LogExample.ready),
    logs(
      "log-utf8", "Every line is UTF-8.",
      """
      Bytes that are no characters were written in another encoding, or cut in the middle of a \
      character. No reader can tell what they meant.
      """,
      bad: "a record in which the byte E9 stands for é, as in Latin-1",
      good: LogExample.record(["message": "\"Engine réady\""])),
    logs(
      "log-nul", "No NUL bytes stand in a log.",
      """
      They are what is left of a block that was never written: the disk was full, or the machine \
      stopped. What stood there is lost; what is around it may be half a record.
      """,
      bad: "\u{0}\u{0}\u{0}\u{0}" + LogExample.ready, good: LogExample.ready),
    logs(
      "log-depth", "Containers nest at most 64 levels deep.",
      """
      The runtimes stop at sixteen. What nests deeper is a fault or an attack, and readers with a \
      stack of their own may not survive it.
      """,
      bad: LogExample.record([
        "details": "{\"port\":43125,\"x\":" + String(repeating: "[", count: 63)
          + String(repeating: "]", count: 63) + "}"
      ]),
      good: LogExample.record(["details": "{\"port\":43125,\"x\":[[[]]]}"])),
    logs(
      "log-duplicate-name", "No object has a name twice.",
      "One reader takes the first value, another the last, and each shows another log.",
      bad: LogExample.record(["details": "{\"port\":43125,\"port\":43126}"]),
      good: LogExample.record(["details": "{\"port\":43125,\"port_\":43126}"])),
    logs(
      "log-torn-line", "Every record has a line of its own, to its end.",
      """
      A process was killed while it wrote, or two write to one file without a lock. One write for \
      each record, and one file for each process, is what the runtimes do.
      """,
      bad: "{\"ts\":\"2026-01-09T18:07:23.412Z\",\"level\":\"IN" + LogExample.ready,
      good: LogExample.ready),
    logs(
      "log-oversized-line", "A line has at most 16,383 bytes with its line feed.",
      """
      Container runtimes split longer ones at 16 KiB, and neither part is JSON. The runtimes cut \
      what is too long, and say how much.
      """,
      bad: "a record with a message of 20,000 bytes",
      good: LogExample.record(["message": "\"What was said first …[+19978]\""])),
    logs(
      "log-blank-line", severity: .warning, "No line is blank.",
      "Something writes to the log beside the runtime; its next line may not be blank.",
      bad: LogExample.ready + "\n\n" + LogExample.ready, good: LogExample.ready),
  ]
}
