// Makes a bundle of what a JSON file describes, and prints the archive's path.
//
// Tests run it as a process of its own: to kill it, to measure it, and to hold what Swift makes
// against what Python makes of the same inputs.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func fail(_ text: String, _ code: Int32) -> Never {
  let line = Array("\(text)\n".utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(code)
}

guard CommandLine.arguments.count == 2 else { fail("usage: BundleReplay INPUTS.json", 64) }
do {
  let replay = try BundleReplay(path: CommandLine.arguments[1])
  let path = try await replay.run()
  print(path)
} catch {
  fail("\(error)", 1)
}
