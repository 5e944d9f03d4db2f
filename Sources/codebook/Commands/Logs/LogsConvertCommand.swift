internal import CodebookFiles
internal import CodebookLogs
internal import CommandLineArguments
internal import LogExport
internal import LogInput

/// `codebook logs convert FILE…`: records in the form of other tools.
enum LogsConvertCommand {
  /// The forms on offer.
  enum Form: String, CaseIterable {
    case otlpJSON = "otlp-json"
  }

  static let command = Command(
    "convert", "Write records in the form of another tool.",
    discussion: """
      otlp-json is OpenTelemetry's: one request a line, as its collector reads files.
      Which field becomes what stands in Generated/tools/opentelemetry/mapping.json.
      A line that is no record is kept as a log record of its text.
      What the redaction rules find is left out, unless --raw says to take it along.

      Exit status: 0 all was read, 2 something could not be.
      """,
    examples: [
      "codebook logs convert --to otlp-json engine.jsonl > engine.otlp.jsonl",
      "codebook logs convert --to otlp-json --out all.otlp.jsonl logs/*.jsonl*",
    ],
    .arguments(
      "FILE", "The logs, packed or not; - is standard input.", completion: .file),
    form, out, batch, raw, CommonParameters.catalog, CommonParameters.quietNotes
  ) { files, _, out, batch, raw, catalog, quiet in
    reporting { () throws(Failure) in
      let console = Console(isQuiet: quiet)
      var export = OTLPExport(
        try LogCatalog.read(catalog), batchSize: try size(batch), redacts: !raw)
      let output = try Output(out)
      let isWhole = try convert(files, &export, output)
      try output.finish()
      console.note(summary(export))
      return isWhole ? ExitStatus.clean : ExitStatus.couldNotRun
    }
  }

  private static let form = Parameter<Form>.choice(
    "to", "The form of the output.", default: .otlpJSON)
  private static let out = Parameter<String?>.option(
    "out", short: "o", "FILE", "Where the output goes (default: standard output).",
    completion: .file)
  private static let raw = Parameter<Bool>.flag(
    "raw", "Write what must not be seen, too, if the log holds any.")
  private static let batch = Parameter<String?>.option(
    "batch", "N",
    "How many records a request has at most (default: \(OTLPExport.defaultBatch)).")

  /// Whether everything could be read; what could not is told, and the rest converted.
  private static func convert(
    _ files: [String], _ export: inout OTLPExport, _ output: Output
  ) throws(Failure) -> Bool {
    var reader = LogReader(LogSource.named(files))
    var isWhole = true
    while let reading = reader.next() {
      switch reading {
      case .lines(let block, _):
        export.add(block.bytes, source: block.source, skipped: block.skipped)
        try output.write(export.takeOutput())
      case .failed(_, let error):
        Console.fail(Failure(error.description, fix: error.fix))
        isWhole = false
      }
    }
    export.finish()
    try output.write(export.takeOutput())
    return isWhole
  }

  private static func size(_ text: String?) throws(Failure) -> Int {
    guard let text else { return OTLPExport.defaultBatch }
    guard let size = Int(text), 1...65_536 ~= size else {
      throw Failure("--batch takes a number from 1 to 65536, not `\(text)`")
    }
    return size
  }

  private static func summary(_ export: OTLPExport) -> String {
    let records = "converted \(CountText.of(export.recordCount, "record"))"
    switch export.textCount {
    case 0: return records
    case 1: return "\(records), and 1 line that is none, as text"
    default:
      return "\(records), and \(CountText.grouped(export.textCount)) lines that are none, as texts"
    }
  }
}

/// Where converted records go.
private struct Output {
  private let file: FileStream?

  init(_ path: String?) throws(Failure) {
    do throws(FileError) {
      file = try path.map { path throws(FileError) in try FileStream(path) }
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    guard !bytes.isEmpty else { return }
    guard let file else { return Console(isQuiet: false).print(bytes) }
    do throws(FileError) {
      try file.write(bytes)
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }

  func finish() throws(Failure) {
    do throws(FileError) {
      try file?.finish()
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }
}
