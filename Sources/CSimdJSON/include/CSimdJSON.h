#ifndef CODEBOOK_SIMDJSON_H
#define CODEBOOK_SIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a call is about.
typedef enum {
  codebook_json_null,
  codebook_json_bool,
  codebook_json_integer,
  /// A number that is no integer of 64 bits with a sign.
  codebook_json_number,
  codebook_json_string,
  /// The name of an object's member; its value follows.
  codebook_json_name,
  codebook_json_array_start,
  codebook_json_array_end,
  codebook_json_object_start,
  codebook_json_object_end,
} codebook_json_kind;

/// One value, or the border of one.
typedef struct {
  codebook_json_kind kind;
  bool boolean;
  int64_t integer;
  double number;
  /// UTF-8, not terminated; valid during the call only.
  const char *text;
  size_t length;
} codebook_json_event;

typedef void (*codebook_json_visitor)(void *context, const codebook_json_event *event);

/// Keeps buffers from text to text; for one thread at a time.
typedef struct codebook_json_parser codebook_json_parser;

/// Returns NULL where there is no memory.
codebook_json_parser *codebook_json_parser_new(void);
void codebook_json_parser_free(codebook_json_parser *parser);

/// Parses one JSON text (RFC 8259; UTF-8, at most 1,024 levels) and calls `visitor` for its values
/// in their order. Members with the same name are all reported.
///
/// Returns NULL, or what is wrong, in English; nothing has been visited then.
const char *codebook_json_parse(
    codebook_json_parser *parser, const char *bytes, size_t length, codebook_json_visitor visitor,
    void *context);

#ifdef __cplusplus
}
#endif

#endif
