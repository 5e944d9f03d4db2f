import DiagnosticsBundle
import PredictionTraderCatalog

// BundleBenchmark FOLDER BUNDLE: a bundle of the two logs in a folder, of any size.
let folder = CommandLine.arguments[1]
let target = CommandLine.arguments[2]
let catalog = BundleDescription.current
let unlimited = BundleDescription(
  version: catalog.version, name: catalog.name, files: catalog.files, logBytes: 1 << 32,
  totalBytes: 1 << 33, logHours: nil, collectorSeconds: catalog.collectorSeconds)
let bundle = DiagnosticsBundle(
  description: unlimited, catalog: .current,
  app: AppVersion(name: "PredictionTrader", version: "1.0.0"), sessionID: .random(),
  logs: ["desktop", "engine"].map {
    LogSource(service: $0, path: "\(folder)/\($0).log.jsonl")
  },
  collectors: [PlatformCollector()],
  secrets: (0..<10).map { LiveSecret("a secret of the product, number \($0)") })
try await bundle.prepare().write(to: .file(target))
