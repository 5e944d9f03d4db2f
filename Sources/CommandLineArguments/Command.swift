/// A command of a program: what it is called, what it takes and what it does.
package struct Command: Sendable {
  package let name: String
  /// What it does, in one line.
  package let abstract: String
  /// More for its help page, wrapped by hand; may be empty.
  package let discussion: String
  package let parameters: [ParameterSpec]
  package let subcommands: [Command]
  /// Command lines to learn from.
  package let examples: [String]
  /// Reads the values and gives what to do with them.
  let prepare: (@Sendable (ParsedArguments) throws(UsageError) -> Action)?

  package typealias Action = @Sendable () throws(UsageError) -> Int32

  /// A command that does something.
  ///
  /// - Parameter run: Receives the parameters' values in their order; gives the exit status. It
  ///   may throw where values, each right by itself, are wrong together.
  package init<each Value: Sendable>(
    _ name: String, _ abstract: String, discussion: String = "", examples: [String] = [],
    _ parameters: repeat Parameter<each Value>,
    run: @escaping @Sendable (repeat each Value) throws(UsageError) -> Int32
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    var specs: [ParameterSpec] = []
    for parameter in repeat each parameters { specs.append(parameter.spec) }
    self.parameters = specs
    subcommands = []
    self.examples = examples
    prepare = { (arguments) throws(UsageError) in
      let values = (repeat try (each parameters).read(arguments))
      return { () throws(UsageError) in try run(repeat each values) }
    }
  }

  /// A command that only groups others.
  package init(
    _ name: String, _ abstract: String, discussion: String = "", examples: [String] = [],
    subcommands: [Command]
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    parameters = []
    self.subcommands = subcommands
    self.examples = examples
    prepare = nil
  }
}

/// What a command line comes to.
package enum Invocation: Sendable {
  /// Text that was asked for: help or the version.
  case text(String)
  /// What to do; it gives the exit status.
  case run(Command.Action)
  /// What is wrong with the command line, with the usage line of the command that it is about.
  case failure(UsageError, usage: String)
}
