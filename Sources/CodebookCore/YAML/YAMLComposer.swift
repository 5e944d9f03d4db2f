internal import Suggestions

/// Makes a tree of libyaml's events, and collects what is wrong on the way.
///
/// Nothing here recurses, so that no input can exhaust the stack; what nests too deep is refused.
struct YAMLComposer: ~Copyable {
  private var events: YAMLEvents
  private let file: String
  private let limits: YAMLLimits
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: [String: SourceRange] = [:]
  private var aliasBudget: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// A node that aliases may stand for, with how many nodes it has in all.
  private struct Anchored {
    let node: Node
    let size: Int
  }

  init(events: consuming YAMLEvents, file: String, limits: YAMLLimits) {
    self.events = events
    self.file = file
    self.limits = limits
    aliasBudget = limits.aliasedNodes
  }

  /// The stream's only document, or `nil` where there is none or it cannot be read to its end.
  mutating func document() -> Node? {
    do throws(YAMLEvents.SyntaxError) {
      guard case .documentStart = try events.next().kind else {
        report("empty-catalog", "the file is empty", at: .fileStart, fix: emptyFix)
        return nil
      }
      guard let root = try composeRoot() else { return nil }
      _ = try events.next()
      try refuseSecondDocument()
      return root
    } catch {
      diagnostics.append(YAMLSyntax.diagnostic(error, file: file))
      return nil
    }
  }

  private var emptyFix: String { "run `codebook init` for a catalog to start from" }

  private mutating func refuseSecondDocument() throws(YAMLEvents.SyntaxError) {
    let event = try events.next()
    guard case .documentStart = event.kind else { return }
    report(
      "second-document", "a second YAML document begins here; a catalog is one document",
      at: event.range, fix: "remove the `---` line, or move what follows to a file of its own")
  }

  private mutating func composeRoot() throws(YAMLEvents.SyntaxError) -> Node? {
    var stack: [Collection] = []
    while true {
      let event = try events.next()
      refuseTag(of: event)
      var finished: (node: Node, size: Int)?
      switch event.kind {
      case .scalar(let scalar):
        finished = (Node(range: event.range, content: .scalar(scalar)), 1)
        if scalar.text.utf8.contains(0) { reportNUL(at: event.range) }
        remember(event.anchor, finished)
      case .alias(let name):
        finished = resolve(alias: name, at: event.range)
      case .sequenceStart, .mappingStart:
        guard stack.count < limits.depth else {
          reportDepth(at: event.range)
          return nil
        }
        if let anchor = event.anchor { openAnchors[anchor] = event.range }
        stack.append(Collection(event))
      case .sequenceEnd, .mappingEnd:
        guard let collection = stack.popLast() else { return nil }
        finished = collection.finish(end: event.range)
        remember(collection.anchor, finished)
      case .documentStart, .documentEnd, .streamEnd:
        return nil
      }
      guard let finished else { continue }
      guard !stack.isEmpty else { return finished.node }
      if let problem = stack[stack.count - 1].add(finished.node, size: finished.size, file: file) {
        diagnostics.append(problem)
      }
    }
  }

  private mutating func remember(_ anchor: String?, _ finished: (node: Node, size: Int)?) {
    guard let anchor, let finished else { return }
    openAnchors[anchor] = nil
    anchors[anchor] = Anchored(node: finished.node, size: finished.size)
  }

  /// The node that an alias stands for; a null in its place where it stands for none.
  private mutating func resolve(alias name: String, at range: SourceRange) -> (Node, Int) {
    let missing = (Node(range: range, content: .scalar(Scalar(text: "", isPlain: true))), 1)
    if let open = openAnchors[name] {
      report(
        "alias", "alias `*\(name.shortened)` stands inside the value that it names", at: range,
        notes: [.init("the value begins here", at: SourceLocation(file: file, range: open))],
        fix: "write the value out")
      return missing
    }
    guard let anchored = anchors[name] else {
      report(
        "alias", "alias `*\(name.shortened)` names no anchor before it", at: range,
        fix: Suggestion.phrase(for: name, among: Array(anchors.keys).sorted(), prefix: "*")
          ?? "write the value out")
      return missing
    }
    guard anchored.size <= aliasBudget else {
      let isFirst = aliasBudget >= 0
      aliasBudget = -1
      if isFirst { reportAliasBudget(at: range) }
      return missing
    }
    aliasBudget -= anchored.size
    return (Node(range: range, content: anchored.node.content), anchored.size)
  }

  private mutating func refuseTag(of event: YAMLEvents.Event) {
    guard let tag = event.tag, tag != "!", tag != "tag:yaml.org,2002:str" else { return }
    report(
      "tag", "the tag `\(tag.shortened)` has no meaning in a catalog", at: event.range,
      fix: "remove it; put a text that looks like a number in quotes")
  }

  private mutating func reportNUL(at range: SourceRange) {
    report("control-character", "a NUL character in a text", at: range, fix: "remove it")
  }

  private mutating func reportAliasBudget(at range: SourceRange) {
    report(
      "alias", "aliases stand for more than \(limits.aliasedNodes) values in all", at: range,
      fix: "write the values out")
  }

  private mutating func reportDepth(at range: SourceRange) {
    report(
      "too-deep", "collections nest deeper than \(limits.depth) levels", at: range,
      fix: "a catalog needs fewer than ten levels; look for a bracket that is never closed")
  }

  private mutating func report(
    _ rule: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    fix: String
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, message, at: SourceLocation(file: file, range: range), notes: notes, fix: fix))
  }
}
