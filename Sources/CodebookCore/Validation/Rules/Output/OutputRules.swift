extension RuleRegistry {
  /// What `codebook check` reports of the output on disk.
  static let outputRules: [Rule] = [
    output(
      "changed-entry", "The output was made from the catalog as it is.",
      """
      Somebody changed the catalog and did not run the generator, so that code, docs and schemas \
      still say what was. The finding stands at the line of the catalog that changed.
      """,
      bad: "a message edited, nothing generated", good: "codebook generate, and a commit"),
    output(
      "changed-output", "No generated file differs from what the catalog gives.",
      "It was edited by hand, or made from another catalog or by another version of codebook.",
      bad: "an edit in Generated/", good: "an edit in the catalog, and codebook generate"),
    output(
      "missing-output", "Every file that the catalog gives is there.",
      "A file was deleted, or never committed.", bad: "git rm Generated/docs/index.md",
      good: "codebook generate, and a commit"),
    output(
      "stale-output", "No file is there that the catalog no longer gives.",
      "Readers would find pages of codes that are no more.",
      bad: "a code removed, its page kept", good: "codebook generate, which removes it"),
    output(
      "foreign-output", "No file that codebook did not make is in the way of its output.",
      "Codebook never overwrites what it did not make.",
      bad: "a hand-written Generated/docs/index.md", good: "the same file under docs/"),
  ]

  /// What is wrong with a template.
  static let templateRules: [Rule] = [
    output(
      "template-syntax", "A template is Mustache.", "What is not cannot be rendered.",
      bad: "{{#errors}} without an end", good: "{{#errors}}{{code}}{{/errors}}"),
    output(
      "template-unknown-name", "Every name in a template is known.",
      "Mustache would write nothing for it, and the gap would be found by a user.",
      bad: "{{catalog.verison}}", good: "{{version}}"),
    output(
      "template-form", "A text of the catalog is written through a form.",
      "A bare text could end the literal, comment or table cell that it stands in.",
      bad: "\"{{userMessage}}\"", good: "{{userMessage.literal}}"),
    output(
      "template-value", "A tag writes what can be written.",
      "A list or a group of names has no text of its own.",
      bad: "{{errors}}", good: "{{#errors}}{{code}}{{/errors}}"),
    output(
      "template-partial", "Every partial is there and ends.",
      "Mustache would write nothing for one that is missing.", bad: "{{>haeder}}",
      good: "{{>header}}"),
    output(
      "template-path", "Every output has a safe path of its own.",
      "Two outputs with one path would overwrite each other.",
      bad: "docs/{errors.domain}.md.mustache", good: "docs/{errors.code}.md.mustache"),
  ]

  private static func output(
    _ id: String, _ summary: String, _ rationale: String, bad: String, good: String
  ) -> Rule {
    Rule(
      id: id, stage: .generating, summary: summary, rationale: rationale, badExample: bad,
      goodExample: good)
  }
}
