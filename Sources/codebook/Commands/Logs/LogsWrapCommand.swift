internal import CodebookCore
internal import CodebookRuntime
internal import CommandLineArguments
internal import Suggestions

/// `codebook logs wrap -- COMMAND…`: a program whose output becomes records.
enum LogsWrapCommand {
  static let command = Command(
    "wrap", "Run a program and write what it prints as records.",
    discussion: """
      Lines that are records of the catalog pass as they are. Any other text becomes
      `framework_log` records: of standard output with INFO, of standard error with
      WARN, a crash with ERROR.

      Exit status: the program's; 128 and the signal's number where a signal ended it;
      126 or 127 where it could not be started.
      """,
    .arguments("COMMAND", "The program and its arguments, behind `--`."), CommonParameters.catalog,
    service, name, output
  ) { command, catalog, service, name, output in
    reporting { () throws(Failure) in
      let known = try knownCatalog(catalog)
      let log = RecordLogger(
        catalog: try CatalogDescription(known, digest: CanonicalCatalog(known).digest),
        service: try serviceName(service, of: known), sink: try sink(output))
      defer { log.close() }
      let child = ChildCommand(command, name: name)
      do throws(ChildProcessError) {
        let status = try child.run(to: log)
        tell(status, of: child, log)
        return status
      } catch {
        Console.fail(
          Failure(log.redacted("\(error)"), fix: "name a program that is there, behind `--`"))
        return error.exitStatus
      }
    }
  }

  private static let service = Parameter<String?>.option(
    "service", "NAME", "Whose records they are (default: the catalog's first service).")
  private static let name = Parameter<String?>.option(
    "name", "NAME", "The component of its texts (default: the program's name).")
  private static let output = Parameter<String?>.option(
    "output", "FILE", "Add the records to this file (default: standard output).",
    completion: .file)

  /// A program that a signal ended had no time to say so.
  private static func tell(_ status: Int32, of child: ChildCommand, _ log: RecordLogger) {
    guard status > 128 else { return }
    let (error, signal) = (17, status - 128)
    log.record(
      .frameworkLog, severity: error, component: child.name,
      message: "\(child.name) was ended by signal \(signal)",
      details: ["logger": .string(child.name)])
  }

  /// The catalog, which need not be clean: a finding must not keep a program from running.
  private static func knownCatalog(_ path: String) throws(Failure) -> Catalog {
    let file = try CatalogFile(path, isLinted: false)
    guard let catalog = file.catalog, file.isSound else {
      throw Failure("\(path) is no catalog that records can be made of", fix: "codebook lint")
    }
    return catalog
  }

  private static func serviceName(_ given: String?, of catalog: Catalog) throws(Failure) -> String {
    let names = catalog.services.map(\.id)
    guard let given else { return names.first ?? "" }
    guard names.contains(given) else {
      throw Failure(
        "the catalog has no service `\(given)`", fix: Suggestion.phrase(for: given, among: names))
    }
    return given
  }

  private static func sink(_ path: String?) throws(Failure) -> any LogSink {
    guard let path else { return StreamSink.standardOutput }
    do throws(SinkError) {
      return try FileSink(path: path)
    } catch {
      throw Failure("\(error)")
    }
  }
}
