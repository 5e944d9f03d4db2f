import CodebookCore
import Testing

@Suite("Template sets")
struct TemplateSetTests {
  private static let context = TemplateDictionary([
    "product": .object(
      TemplateDictionary(["module": .string("Shop"), "bad": .string(".."), "title": .text("t")])),
    "errors": .list(
      TemplateList(count: 2) { index in
        .object(
          TemplateDictionary([
            "code": .string("E-\(index)"), "same": .string("S"), "folder": .string("a/b"),
          ]))
      }),
    "bundleDocuments": .list(
      TemplateList(count: 2) { index in
        .object(TemplateDictionary(["stem": .string(["manifest", "state/a"][index])]))
      }),
    "version": .string("1.0.0"),
  ])

  @Test("files are rendered, copied and made for each element")
  func outputs() throws {
    let plan = plan([
      "swift/_head.mustache": "// {{version}}\n",
      "swift/{product.module}/All.swift.mustache": "{{>head}}\n{{#errors}}\n{{code}}\n{{/errors}}",
      "swift/{product.module}/_head.mustache": "// near {{version}}\n",
      "swift/docs/{errors.code}.md.mustache": "{{>head}}{{code}} of {{version}}",
      "swift/{version}/raw.txt": "{{not rendered}}",
      "swift/__init__.py.mustache": "# {{version}}\n",
      "python/other.py.mustache": "never",
      "README.md": "never",
    ])
    #expect(plan.diagnostics.isEmpty)
    var files: [String: String] = [:]
    for output in plan.outputs {
      files[output.path] = String(decoding: try output.render(), as: UTF8.self)
    }
    #expect(
      files == [
        "swift/Shop/All.swift": "// near 1.0.0\nE-0\nE-1\n",
        "swift/docs/E-0.md": "// 1.0.0\nE-0 of 1.0.0\n",
        "swift/docs/E-1.md": "// 1.0.0\nE-1 of 1.0.0\n",
        "swift/1.0.0/raw.txt": "{{not rendered}}",
        "swift/__init__.py": "# 1.0.0\n",
      ])
  }

  @Test("what is made for the files of a bundle keeps their folders, and is no page")
  func bundleDocuments() {
    let plan = plan([
      "swift/{bundleDocuments.stem}.schema.json": "{}", "swift/errors/{errors.code}.md": "",
    ])
    #expect(plan.diagnostics.isEmpty)
    #expect(
      plan.outputs.filter { !$0.isPage }.map(\.path)
        == ["swift/manifest.schema.json", "swift/state/a.schema.json"])
    #expect(plan.outputs.count { $0.isPage } == 2)
  }

  @Test(
    "unsafe paths and clashes are findings",
    arguments: [
      "swift/{product.bad}/a.md", "swift/../a.md", "swift//a.md", "swift/a\u{202E}.md",
      "swift/a\n.md", "swift/{product.title}.md", "swift/{missing}.md", "swift/{errors.same}.md",
      "swift/{version", "swift/a\\b.md", "swift/{product}.md", "swift/{errors.folder}.md",
    ])
  func badPaths(path: String) {
    #expect(plan([path: ""]).diagnostics.map(\.rule) == ["template-path"])
  }

  @Test("a template that cannot be parsed is a finding, and the others are planned")
  func syntax() {
    let plan = plan(["swift/a.md.mustache": "{{#a}}", "swift/b.md.mustache": ""])
    #expect(plan.diagnostics.map(\.rule) == ["template-syntax"])
    #expect(plan.outputs.map(\.path) == ["swift/b.md"])
  }

  @Test("targets are replaced whole")
  func replacing() {
    let set = TemplateSet(files: [file("a/x"), file("a/y"), file("b/z")])
    let replaced = set.replacingTargets(of: TemplateSet(files: [file("a/q")]))
    #expect(replaced.files.map(\.path) == ["a/q", "b/z"])
    #expect(replaced.targets == ["a", "b"])
  }

  private func file(_ path: String, _ text: String = "") -> TemplateFile {
    TemplateFile(path: path, bytes: Array(text.utf8))
  }

  private func plan(_ files: [String: String]) -> TemplatePlan {
    TemplateSet(files: files.map { file($0.key, $0.value) })
      .plan(target: "swift", context: Self.context)
  }
}
