// Whoever shows a bundle has the bundle at hand, too.
@_exported public import DiagnosticsBundle
