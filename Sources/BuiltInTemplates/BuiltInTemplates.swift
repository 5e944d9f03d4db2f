/// The templates that travel inside the executable.
///
/// `embedded` is made from `templates/` by `scripts/embed-templates.py`, and committed: a build-tool
/// plugin that made it would show packages that use Codebook's own plugins an error that is none.
public enum BuiltInTemplates {
  /// Each template's path within `templates/`, with its text; sorted by path.
  public static var files: [(path: String, text: String)] { embedded }
}
