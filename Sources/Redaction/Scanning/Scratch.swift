internal import Synchronization

/// Something found in a text.
struct Find {
  var start: Int
  var end: Int
  var rule: Int
  /// The byte of the quotes that the replacement needs, or 0.
  var quote: UInt8 = 0
  /// Whether it is a value in quotes or brackets that are closed.
  var isClosed = false
}

/// What one text is worked on with; used again for the next.
final class Level {
  var hits: [AnchorHit] = []
  var finds: [Find] = []
  var view = DecodedView()
  /// The text without what is not seen.
  var visible = DecodedView()
  /// The text as value rules see it, where that differs.
  var plain: [UInt8] = []
  var characters: [UInt8] = []
  var decoded: [UInt8] = []
  /// By number of the value's rule; those of earlier looks are stale.
  private var memos: [ValueMemo] = []
  /// Where values and paths go on behind what was found, by number, with the look they are of.
  private var resumes: [(look: Int, place: Int)] = []
  private var look = 0
  var strings = StringMap()
  var brackets = BracketMap()

  /// Forgets what is known of the last text.
  func begin(_ memory: TableMemory, byLine: Bool) {
    look += 1
    if memos.isEmpty {
      memos = [ValueMemo](repeating: ValueMemo(), count: memory.valueCount)
      resumes = .init(repeating: (0, 0), count: memory.valueCount + memory.pathCount)
    }
    finds.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    strings.reset(byLine: byLine)
    brackets.reset()
  }

  /// What is known of a value rule in this text.
  func withMemo<Result>(_ number: Int, _ body: (inout ValueMemo) -> Result) -> Result {
    if memos[number].look != look {
      memos[number] = ValueMemo()
      memos[number].look = look
    }
    return body(&memos[number])
  }

  /// Where a rule goes on.
  func resume(_ number: Int) -> Int {
    resumes[number].look == look ? resumes[number].place : 0
  }

  func setResume(_ number: Int, _ place: Int) { resumes[number] = (look, place) }
}

/// Levels for a text, what it is decoded to, what that is decoded to, and so on.
///
/// Unchecked: one thread has it at a time.
final class Scratch: @unchecked Sendable {
  private var levels: [Level] = []
  /// The text with what was found made unreadable.
  var marked: [UInt8] = []

  func level(_ depth: Int) -> Level {
    while levels.count <= depth { levels.append(Level()) }
    return levels[depth]
  }
}

/// Scratches that are free.
final class ScratchPool: Sendable {
  private let free = Mutex<[Scratch]>([])
  private static let mostKept = 8
  private static let mostBytes = 1 << 20

  func take() -> Scratch { free.withLock { $0.popLast() } ?? Scratch() }

  /// Keeps a scratch for the next text, unless it has grown large.
  func giveBack(_ scratch: Scratch) {
    guard scratch.marked.capacity <= Self.mostBytes else { return }
    free.withLock { free in
      if free.count < Self.mostKept { free.append(scratch) }
    }
  }
}
