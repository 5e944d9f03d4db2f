/// The templates that travel inside the executable.
///
/// The build fills in `embedded` from this very folder, so that a template is never out of date.
public enum BuiltInTemplates {
  /// Each template's path within `templates/`, with its text; sorted by path.
  public static var files: [(path: String, text: String)] { embedded }
}
