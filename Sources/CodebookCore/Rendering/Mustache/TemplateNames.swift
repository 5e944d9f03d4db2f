/// The names that a list section offers beside those of its elements.
///
/// `{{^-last}},{{/-last}}` writes a comma after each element but the last one.
package enum LoopName: String, CaseIterable, Sendable {
  /// Whether the element is the first one.
  case first = "-first"
  /// Whether the element is the last one.
  case last = "-last"
  /// The element's index, from 0.
  case index = "-index"
  /// The element's number, from 1.
  case number = "-number"

  func value(index: Int, count: Int) -> TemplateValue {
    switch self {
    case .first: .bool(index == 0)
    case .last: .bool(index == count - 1)
    case .index: .number(index)
    case .number: .number(index + 1)
    }
  }
}

/// A value that a section has put in reach, with its place in its list.
struct TemplateFrame: Sendable {
  let value: TemplateValue
  var loop: (index: Int, count: Int)?
}

/// The values in reach, the innermost last.
struct TemplateStack: Sendable {
  private(set) var frames: [TemplateFrame]

  init(_ values: [TemplateValue]) {
    frames = values.map { TemplateFrame(value: $0) }
  }

  mutating func push(_ frame: TemplateFrame) { frames.append(frame) }
  mutating func pop() { frames.removeLast() }

  /// The innermost value of a name without dots; an empty name is the innermost frame itself.
  func value(named name: String) -> TemplateValue? {
    if name.isEmpty { return frames.last?.value }
    if name.utf8.first == UInt8(ascii: "-"), let loop = LoopName(rawValue: name) {
      guard let place = frames.last(where: { $0.loop != nil })?.loop else { return nil }
      return loop.value(index: place.index, count: place.count)
    }
    var index = frames.count - 1
    while index >= 0 {
      if case .object(let object) = frames[index].value, let value = object.value(named: name) {
        return value
      }
      index -= 1
    }
    return nil
  }

  /// Every name in reach, the nearest first.
  var names: [String] {
    let loops = frames.contains { $0.loop != nil } ? LoopName.allCases.map(\.rawValue) : []
    return frames.reversed().flatMap { frame -> [String] in
      if case .object(let object) = frame.value { object.names } else { [] }
    } + loops
  }
}
