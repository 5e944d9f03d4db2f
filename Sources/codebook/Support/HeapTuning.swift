#if canImport(Glibc)
  internal import Glibc
#endif

/// How the C library deals with memory that is given back.
enum HeapTuning {
  /// Keeps what blocks of logs took for the next ones. To give it back to the system and take it
  /// again for each takes a third of the time of a check on two threads.
  static func keepFreedMemory() {
    #if canImport(Glibc)
      // Swift's module of the C library leaves malloc.h out.
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let set = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
      let (trimThreshold, mapThreshold): (Int32, Int32) = (-1, -3)
      _ = set(trimThreshold, 32 << 20)
      _ = set(mapThreshold, 4 << 20)
    #endif
  }
}
