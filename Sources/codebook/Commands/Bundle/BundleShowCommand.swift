internal import BundleReport
internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook bundle show ZIP`: what a bundle tells.
enum BundleShowCommand {
  static let command = Command(
    "show", "Tell what a diagnostics bundle says happened.",
    discussion: """
      Prints at most 40 lines: crashes, error codes with what an operator does about
      them, reconnects and rate limits, the last warnings and errors, omissions.

      --correlation prints the records of one correlation ID, of all processes.
      --html writes everything as one page for a browser, with a timeline and filters;
      the page loads nothing from anywhere.

      A bundle with faults is shown as far as it can be read; the first line says so,
      and the exit status is 1.
      """,
    examples: [
      "codebook bundle show acme-diagnostics-20260109T180723Z-fefea8d9.zip",
      "codebook bundle show --html report.html bundle.zip",
      "codebook bundle show --correlation 4e18bf6a bundle.zip",
    ],
    .argument("ZIP", "The bundle.", completion: .file), catalog, html, correlation, format,
    CommonParameters.color, CommonParameters.quiet
  ) { path, catalog, html, correlation, format, color, quiet throws(UsageError) in
    guard html == nil || (correlation == nil && format == .text) else {
      throw UsageError("`--html` goes with neither `--correlation` nor `--format`")
    }
    return reporting { () throws(Failure) in
      if let html { try keep(path, from: html) }
      let bundle = try ShownBundle(path, catalog: CatalogAtHand(catalog))
      let console = Console(isQuiet: quiet)
      if let html {
        try write(BundlePage.html(bundle.story), to: html, console)
      } else if let correlation {
        let found = try one(correlation, in: bundle.story)
        console.print(text(found, of: bundle.story, format, hasColor: color.isOn))
      } else {
        console.print(text(bundle.story, format, hasColor: color.isOn))
      }
      return bundle.isSound ? ExitStatus.clean : ExitStatus.findings
    }
  }

  /// How the story is printed.
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  private static let catalog = Parameter<String?>.option(
    "catalog", short: "c", "FILE",
    "Whose fields and messages these are (default: catalog.yaml if there is one).",
    completion: .file)
  private static let html = Parameter<String?>.option(
    "html", "FILE", "Write a page into this file; - is standard output.", completion: .file)
  private static let correlation = Parameter<String?>.option(
    "correlation", "ID", "Only the records of this correlation ID, or of the one that begins so.")
  private static let format = Parameter<Format>.choice(
    "format", "How the story is printed.", default: .text)

  private static func text(_ story: BundleStory, _ format: Format, hasColor: Bool) -> [UInt8] {
    switch format {
    case .text: Array(TerminalSummary(story, hasColor: hasColor).text.utf8)
    case .json: DocumentWriter.json(story.value)
    }
  }

  // MARK: One correlation ID

  private static func text(
    _ found: CorrelationStory, of story: BundleStory, _ format: Format, hasColor: Bool
  ) -> [UInt8] {
    switch format {
    case .text: Array(found.text(hasColor: hasColor).utf8)
    case .json:
      DocumentWriter.json(["correlation": .string(found.id), "records": .array(found.values)])
    }
  }

  private static func one(
    _ correlation: String, in story: BundleStory
  ) throws(Failure) -> CorrelationStory {
    switch CorrelationStory.find(correlation, in: story) {
    case .one(let found): return found
    case .none:
      throw Failure(
        "no record has a correlation ID that begins with `\(correlation)`",
        fix: "take one of those that `codebook bundle show` prints beside the records")
    case .several(let found):
      let shown = found.prefix(10).map { "\($0.id) (\($0.records))" }.joined(separator: "\n")
      let more = found.count > 10 ? "\nand \(found.count - 10) more" : ""
      throw Failure(
        "\(found.count) correlation IDs begin with `\(correlation)`",
        fix: "write more of one of\n"
          + shown + more)
    }
  }

  // MARK: The page

  /// A page must not take the place of what it shows.
  private static func keep(_ bundle: String, from page: String) throws(Failure) {
    do throws(FileError) {
      guard page != "-", try FileReplacer.isOneFile(bundle, page) else { return }
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
    throw Failure("\(page) is the bundle itself", fix: "choose another name for the page")
  }

  /// Writes a page all at once: whoever looks sees the old file or the new one.
  private static func write(_ page: [UInt8], to path: String, _ console: Console) throws(Failure) {
    guard path != "-" else { return console.print(page) }
    do throws(FileError) {
      guard try FileReplacer.canReplace(path) else {
        throw FileError("\(path) is there and is no file", fix: "choose another name")
      }
      try FileReplacer.replace(path, page)
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
    console.note("wrote \(path)")
  }
}
