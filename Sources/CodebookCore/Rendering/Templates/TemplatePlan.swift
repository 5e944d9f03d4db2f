/// A file to come; nothing is rendered until it is asked for.
package struct PlannedFile: Sendable {
  /// Relative to the output folder, such as `swift/PredictionTraderCatalog/ErrorCode.swift`.
  package let path: String
  /// Whether the file is about one element of a list alone.
  package let isPage: Bool
  package let render: @Sendable () throws(TemplateErrors) -> [UInt8]
}

/// What a target's templates give for a catalog.
package struct TemplatePlan: Sendable {
  /// Sorted by template, then in the order of the catalog.
  package let outputs: [PlannedFile]
  /// What is wrong with the templates and their paths.
  package let diagnostics: [Diagnostic]
}

extension TemplateSet {
  /// Works out a target's files.
  ///
  /// A path with `{a.b}` gives one file for each element where `a` is a list, and the element is
  /// then the innermost value that its template sees.
  ///
  /// - Parameter isWanted: Whether files about one element each are wanted, and whether others are.
  package func plan(
    target: String, context: any TemplateObject, isWanted: (_ isPage: Bool) -> Bool = { _ in true }
  ) -> TemplatePlan {
    var planner = TemplatePlanner(
      files: files.filter { $0.target == target }, target: target, context: context,
      wantsPages: isWanted(true), wantsOthers: isWanted(false))
    planner.plan()
    return TemplatePlan(outputs: planner.outputs, diagnostics: planner.diagnostics)
  }
}

/// Works out the files of one target.
private struct TemplatePlanner {
  let files: [TemplateFile]
  let target: String
  let context: any TemplateObject
  let wantsPages: Bool
  let wantsOthers: Bool
  private(set) var outputs: [PlannedFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var partials: [String: MustacheTemplate] = [:]
  private var templates: [String: String] = [:]

  init(
    files: [TemplateFile], target: String, context: any TemplateObject, wantsPages: Bool,
    wantsOthers: Bool
  ) {
    self.files = files
    self.target = target
    self.context = context
    self.wantsPages = wantsPages
    self.wantsOthers = wantsOthers
  }

  mutating func plan() {
    for file in files where file.isPartial { partials[file.path] = parse(file) }
    for file in files where !file.isPartial {
      do throws(TemplateErrors) {
        try plan(file)
      } catch {
        diagnostics += error.diagnostics
      }
    }
  }

  private mutating func parse(_ file: TemplateFile) -> MustacheTemplate? {
    do throws(TemplateErrors) {
      return try MustacheTemplate(SourceText(name: file.path, bytes: file.bytes))
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private mutating func plan(_ file: TemplateFile) throws(TemplateErrors) {
    let path = try OutputPath(
      file.isTemplate ? String(file.path.dropLast(TemplateFile.ending.count)) : file.path,
      template: file.path)
    let template = file.isTemplate ? parse(file) : nil
    if file.isTemplate, template == nil { return }
    let isPage = try path.isOfElements(in: context)
    guard isPage ? wantsPages : wantsOthers else { return }
    for (output, element) in try path.expanded(context) {
      guard let earlier = templates.updateValue(file.path, forKey: output) else {
        outputs.append(planned(output, isPage, file, template, element))
        continue
      }
      let note = Diagnostic.Note("also made from here", at: SourceLocation(file: earlier))
      throw TemplateErrors(
        TemplateRule.path.diagnostic(
          "two outputs have the path '\(output)'", at: SourceLocation(file: file.path),
          notes: [note]))
    }
  }

  private func planned(
    _ output: String, _ isPage: Bool, _ file: TemplateFile, _ template: MustacheTemplate?,
    _ element: PathElement?
  ) -> PlannedFile {
    guard let template else {
      return PlannedFile(path: output, isPage: isPage) { () throws(TemplateErrors) in
        file.bytes
      }
    }
    let renderer = MustacheRenderer(
      .strict(OutputLanguage(path: output)),
      partials: { [partials, target] name in
        partials["\(file.folder)/_\(name)\(TemplateFile.ending)"]
          ?? partials["\(target)/_\(name)\(TemplateFile.ending)"]
      })
    return PlannedFile(path: output, isPage: isPage) {
      [context, element] () throws(TemplateErrors) in
      var values: [TemplateValue] = [.object(context)]
      if let element { values.append(element.value) }
      return try renderer.renderFile(template, context: values)
    }
  }
}
