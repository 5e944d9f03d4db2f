import CLibFuzzer

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The promises, which remember texts from one input to the next; libFuzzer has one thread.
private nonisolated(unsafe) var promises = LogPromises()

/// libFuzzer's entry: whatever bytes come, no promise is broken. An input of no part is not kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLogs(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do throws(BrokenPromise) {
    return try promises.check(Array(UnsafeBufferPointer(start: bytes, count: count))) ? 0 : -1
  } catch {
    fatalError("broken: \(error)")
  }
}

/// Comes before all else: `LogFuzz seeds FOLDER LOG…` writes what fuzzing begins with.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzing(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  let arguments = CommandLine.arguments
  if arguments.count > 2, arguments[1] == "seeds" {
    Seeds(folder: arguments[2]).write(arguments.dropFirst(3))
    exit(0)
  }
  return 0
}

/// Changes an input, which stays one of its part: often a line of it, as somebody would who knows
/// records, else its bytes, as libFuzzer does.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutated(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32)
  -> Int
{
  guard size > 0, most > 1 else { return LLVMFuzzerMutate(data, size, most) }
  var random = SplitMix(state: UInt64(seed))
  let hasLines = size > 2 && data[0] != LogPromises.Part.packed.rawValue
  guard hasLines, random.happens(onceIn: 2) else {
    return 1 + LLVMFuzzerMutate(data + 1, size - 1, most - 1)
  }
  let input = UnsafeBufferPointer(start: data, count: size)
  let changed = LineMutation.applied(to: Array(input), &random).prefix(most)
  _ = UnsafeMutableBufferPointer(start: data, count: most).update(fromContentsOf: changed)
  return changed.count
}
