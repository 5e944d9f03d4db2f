import Foundation
import Testing

/// `codebook redact`: what must not be in a text is not, and everything else is.
@Suite struct RedactTests {
  /// Made here, so that the repository holds nothing that looks like a secret.
  private static let token = "ghp_" + String(repeating: "a1B2", count: 9)
  private static let text = """
    plain
    ä \(token) end
    {"password":"hunter2","price":64000.5}

    """

  @Test func aTextIsCleaned() throws {
    let folder = WorkFolder()
    try folder.write("a.txt", Self.text)
    let run = try folder.run("redact", "a.txt")
    #expect(run.status == 0)
    #expect(
      run.output == """
        plain
        ä [redacted:github-token] end
        {"password":"[redacted:password]","price":64000.5}

        """)
    #expect(run.errors == "redacted 2: 1 github-token, 1 password\n")
  }

  @Test func whatIsFoundIsToldAndNotShown() throws {
    let folder = WorkFolder()
    try folder.write("a.txt", Self.text)
    for format in ["text", "json", "github", "sarif", "markdown"] {
      let run = try folder.run("redact", "--explain", "--format", format, "a.txt")
      #expect(run.status == 1)
      #expect(!run.all.contains("a1B2") && !run.all.contains("hunter2"), "\(run.all)")
      #expect(run.output.contains("github-token"))
    }
    let run = try folder.run("redact", "--explain", "a.txt")
    #expect(run.output.contains("a.txt:2:3: warning: 40 bytes are redacted [github-token]"))
    #expect(run.output.contains("a.txt:3:14: warning: 7 bytes are redacted [password]"))
  }

  @Test func aCleanTextStaysAndIsNoFinding() throws {
    let folder = WorkFolder()
    let clean = "no line feed at the end, \u{1F600}"
    try folder.write("a.txt", clean)
    let run = try folder.run("redact", "a.txt")
    #expect(run.output == clean && run.errors == "nothing to redact\n")
    #expect(try folder.run("redact", "-q", "--explain", "a.txt").status == 0)
  }

  @Test func theCatalogsRulesAreUsed() throws {
    let folder = WorkFolder()
    #expect(try folder.run("init", "--name=Acme").status == 0)
    let catalog = try folder.text("catalog.yaml")
    let rules = """
      redaction:
        disabled_rules: {github-token: "We have none."}
        rules:
          badge:
            description: Badges of staff.
            kind: value
            anchors: [BDG-]
            pattern: "[0-9]{6}"
            examples: {match: ["BDG-<digits:6>"], clean: [BDG-12]}

      """
    try folder.write("catalog.yaml", catalog + rules)
    try folder.write("a.txt", "BDG-123456 \(Self.token)\n")
    #expect(try folder.run("lint").status == 0)
    #expect(
      try folder.run("redact", "-q", "a.txt").output == "[redacted:badge] \(Self.token)\n")
  }

  @Test func nothingToReadIsSaid() throws {
    let folder = WorkFolder()
    let run = try folder.run("redact", "none.txt")
    #expect(run.status == 2 && run.errors.contains("cannot read none.txt"))
    #expect(try folder.run("redact", ".").status == 2)
  }
}
