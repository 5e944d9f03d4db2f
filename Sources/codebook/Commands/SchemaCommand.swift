internal import CodebookCore
internal import CommandLineArguments

/// `codebook schema`: the JSON Schema of catalog files, for editors.
enum SchemaCommand {
  static let command = Command(
    "schema", "Print the JSON Schema of catalog files.",
    discussion: """
      An editor with a YAML language server checks and completes a catalog whose
      first line is
        # yaml-language-server: $schema=PATH
      """,
    CommonParameters.quiet
  ) { quiet in
    Console(isQuiet: quiet).print(CatalogSchema.json)
    return ExitStatus.clean
  }
}
